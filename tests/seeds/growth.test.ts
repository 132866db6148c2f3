import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countiesOf, nation } from '../../seeds/divisions.js';
import { growNation, nationFirms, type Province, province } from '../../seeds/growth.js';
import { parseCertificateNo } from '../../src/kernel/certificate-number.js';
import { parseCitizenId } from '../../src/kernel/citizen-id.js';
import { isCreditCode, organisationCheck } from '../../src/kernel/social-credit-code.js';

const today = '2026-11-21';
const small = { seed: 'lushu', firms: 120, lawyers: 2000, today };
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const codes = new Set(nation.map(({ code }) => code));

function expectUnique(values: readonly string[], atLeast: number): void {
  expect(values.length).toBeGreaterThanOrEqual(atLeast);
  expect(new Set(values).size).toBe(values.length);
}

describe('growth', () => {
  it('of the same seed and day is the same to the byte, of another is not', () => {
    expect(hashOf(province(small))).toBe(hashOf(province(small)));
    expect(hashOf(province({ ...small, seed: 'other' }))).not.toBe(hashOf(province(small)));
  });

  it('begins with the same lawyers however many follow, in a province and in the nation', () => {
    expect(hashOf(province({ ...small, lawyers: 300 }).lawyers)).toBe(hashOf(province(small).lawyers.slice(0, 300)));
    const [long] = growNation({ ...small, lawyers: 6000 });
    const [short] = growNation({ ...small, lawyers: 400 });
    expect(hashOf(long?.slice(0, 400))).toBe(hashOf(short));
  });

  it('comes in chunks of 5,000', () => {
    expect([...growNation({ ...small, lawyers: 11_000 })].map((chunk) => chunk.length)).toEqual([5000, 5000, 1000]);
  });

  it('makes 2,000 lawyers in no time', () => {
    const begun = performance.now();
    province({ ...small, seed: 'timed' });
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe.each([
  ['a province of 120 firms and 2,000 lawyers', (): Province => province(small)],
  [
    'a province of 2,500 firms and 40,000 lawyers',
    (): Province => province({ ...small, firms: 2500, lawyers: 40_000 }),
  ],
  [
    'the first 20,000 lawyers of a nation of 5,000 firms',
    (): Province => ({
      firms: nationFirms({ ...small, firms: 5000 }),
      lawyers: [...growNation({ ...small, firms: 5000, lawyers: 20_000 })].flat(),
    }),
  ],
])('%s', (_, grow) => {
  let grown: Province;
  beforeAll(() => {
    grown = grow();
  });

  it('gives each lawyer citizen ID and certificate numbers that are valid and nobody else has', () => {
    const { lawyers } = grown;
    expect(lawyers.filter(({ citizenIdNumber }) => parseCitizenId(citizenIdNumber) !== citizenIdNumber)).toEqual([]);
    expect(lawyers.filter(({ citizenIdNumber }) => !codes.has(citizenIdNumber.slice(0, 6)))).toEqual([]);
    expectUnique(
      lawyers.map(({ citizenIdNumber }) => citizenIdNumber),
      2000,
    );
    const numbers = lawyers.flatMap(({ facts }) => [...new Set(facts.flatMap((fact) => fact.certificateNo ?? []))]);
    for (const number of numbers) parseCertificateNo(number, today);
    expectUnique(numbers, 2000);
  });

  it('gives each firm a credit code that passes both checks, a name and a licence nobody else has', () => {
    const { firms } = grown;
    const creditCodes = firms.map(({ unifiedSocialCreditCode }) => unifiedSocialCreditCode);
    const valid = (code: string) => isCreditCode(code) && organisationCheck(code.slice(8, 16)) === code[16];
    expect(creditCodes.filter((code) => !valid(code) || !code.startsWith('31'))).toEqual([]);
    expectUnique(creditCodes, 120);
    expectUnique(
      firms.map(({ name }) => name),
      120,
    );
    expectUnique(
      firms.map(({ practiceLicenceNo }) => practiceLicenceNo),
      120,
    );
    expect(firms.filter(({ practiceLicenceNo }) => !/^2\d{16}$/.test(practiceLicenceNo))).toEqual([]);
  });

  it('gives every record an id of its own, and every decision a number', () => {
    const { firms, lawyers } = grown;
    const facts = lawyers.flatMap((lawyer) => lawyer.facts);
    const sanctions = lawyers.flatMap((lawyer) => lawyer.sanctions);
    expectUnique(
      [...firms, ...lawyers, ...facts, ...sanctions].map(({ id }) => id),
      4000,
    );
    expectUnique(
      sanctions.map(({ decisionNo }) => decisionNo),
      40,
    );
  });

  it('keeps mobiles, mail and divisions in form', () => {
    const { firms, lawyers } = grown;
    expect(lawyers.filter(({ mobile }) => !/^1[3-9]\d{9}$/.test(mobile))).toEqual([]);
    expect(lawyers.filter(({ email }) => !email.endsWith('@example.invalid'))).toEqual([]);
    expect(
      [...firms, ...lawyers].filter(({ divisionCode }) => divisionCode.endsWith('00') || !codes.has(divisionCode)),
    ).toEqual([]);
  });

  it('lets every firm be headed by a lawyer of that name who works there', () => {
    const open = grown.firms.flatMap((firm, i) => (firm.closedOn === null ? [{ firm, head: grown.lawyers[i] }] : []));
    expect(open.length).toBeGreaterThan(100);
    for (const { firm, head } of open) {
      expect(head?.fullName).toBe(firm.personInCharge);
      expect(head?.facts.some(({ firmId }) => firmId === firm.id)).toBe(true);
    }
  });
});

describe('where lawyers are', () => {
  it('is every city of Zhejiang, with few large firms and many small ones', () => {
    const { firms, lawyers } = province({ ...small, firms: 2500, lawyers: 40_000 });
    const cities = new Set(lawyers.map(({ divisionCode }) => divisionCode.slice(0, 4)));
    expect(cities.size).toBe(11);
    expect(
      lawyers.filter(({ divisionCode }) => countiesOf('330000').every(({ code }) => code !== divisionCode)),
    ).toEqual([]);
    const sizes = new Map(firms.map(({ id }) => [id, 0]));
    for (const { facts } of lawyers) {
      const firmId = facts.findLast((fact) => fact.firmId)?.firmId;
      if (firmId) sizes.set(firmId, (sizes.get(firmId) ?? 0) + 1);
    }
    const sorted = [...sizes.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(200);
    expect(sorted[1250]).toBeLessThan(20);
  });

  it('is all 31 provinces of the nation', () => {
    const lawyers = [...growNation({ ...small, firms: 2000, lawyers: 10_000 })].flat();
    expect(new Set(lawyers.map(({ divisionCode }) => divisionCode.slice(0, 2))).size).toBe(31);
  });
});
