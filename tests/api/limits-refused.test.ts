import { getIntrospectionQuery } from 'graphql';
import { expect, it } from 'vitest';
import { Holding } from '../../src/api/limits/holding.js';
import { COST_OF_A_REQUEST } from '../../src/api/limits/settings.js';
import { Strangers } from '../../src/api/limits/strangers.js';
import { costOfWords } from '../../src/api/limits/words.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

const WHO = '{ whoAmI { role } }';
const limits = { ratePerSecond: 1, rateBurst: 20 };
/** Refused by the rules of GraphQL, and new every time, so that no answer is remembered. */
const refusedDocument = (words: number, turn: number) =>
  `{ lawyers { nodes { ${'fullName '.repeat(words)} n${turn}: id zz } } }`;
const limited = (answers: readonly Answer[]) => answers.filter(({ codes }) => codes.includes('RATE_LIMITED'));

async function times(count: number, ask: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = 0; turn < count; turn++) answers.push(await ask(turn));
  return answers;
}

it('the words of a document cost nothing below two hundred, and by their square from there', () => {
  const words = (count: number) => costOfWords('id '.repeat(count)) / COST_OF_A_REQUEST;
  expect([0, 199, 200, 400, 1_000, 2_000].map(words)).toEqual([0, 0, 1, 4, 25, 100]);
  expect(words(1_000_000)).toBe(100);
  expect(costOfWords(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }))).toBe(0);
});

onEveryDatabase('documents that are refused', (kind) => {
  const hub = hubFor(kind, { limits });

  it('take from the rate by their length, of the public too: RATE_LIMITED comes after one that is long', async () => {
    for (const name of ['public', 'filing']) {
      const answers = await times(4, (turn) => hub.as(name).ask(refusedDocument(1_500, turn)));
      expect(answers.map(({ codes }) => codes[0])).toEqual([
        'DOCUMENT_INVALID',
        'RATE_LIMITED',
        'RATE_LIMITED',
        'RATE_LIMITED',
      ]);
    }
  });

  it('take no more than themselves when they are short', async () => {
    const answers = await times(15, (turn) => hub.as('bar').ask(refusedDocument(20, turn)));
    expect(limited(answers)).toEqual([]);
  });
});

onEveryDatabase('an operation that is too costly', (kind) => {
  const hub = hubFor(kind, { limits });

  it('takes a share of the dearest one from the rate', async () => {
    const schema = `{ __schema { ${Array.from({ length: 40 }, (_, i) => `a${i}: types { ...X }`).join(' ')} } } fragment X on __Type { fields { name args { name } type { fields { name args { name } } } } }`;
    const answers = await times(4, () => hub.as('filing').ask(schema));
    expect(answers.map(({ codes }) => codes[0])).toEqual(['TOO_COSTLY', 'TOO_COSTLY', 'RATE_LIMITED', 'RATE_LIMITED']);
  });
});

onEveryDatabase('refusals at the door', (kind) => {
  const hub = hubFor(kind, { limits });

  it('take from the rate of the source when nobody is known', async () => {
    const answers = await times(40, () => hub.as('public').ask(WHO, {}, { 'x-lushu-purpose': 'NOPE' }));
    expect(answers[0]?.codes).toEqual(['PURPOSE_UNKNOWN']);
    expect(limited(answers).length).toBeGreaterThan(10);
    expect(limited(answers)[0]?.headers.get('retry-after')).toMatch(/^[1-9]/);
  });

  it('take from a rate of the client when it is known, and its good requests go on', async () => {
    const answers = await times(40, () => hub.as('filing').ask(WHO, {}, { 'x-lushu-purpose': 'NOPE' }));
    expect(answers[0]?.codes).toEqual(['PURPOSE_UNKNOWN']);
    expect(limited(answers).length).toBeGreaterThan(10);
    expect((await hub.as('filing').ask(WHO)).codes).toEqual([]);
  });
});

it('a token that is refused has not proved good any more', async () => {
  const strangers = new Strangers(new Holding(0));
  for (let i = 0; i < 60; i++) strangers.failed('10.0.0.7', []);
  const waits = async () => {
    const admitted = Array.from({ length: 51 }, () => strangers.admit('10.0.0.7', ['token']).catch(({ code }) => code));
    return (await Promise.all(admitted)).includes('RATE_LIMITED');
  };
  expect(await waits()).toBe(true);
  strangers.passed(['token']);
  expect(await waits()).toBe(false);
  strangers.failed('10.0.0.7', ['token']);
  expect(await waits()).toBe(true);
});
