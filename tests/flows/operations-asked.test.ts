import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { limitRules } from '../../src/api/limits/document.js';
import {
  ACTIVATE,
  activated,
  clientInput,
  REGISTER,
  RETIRE_OPERATIONS,
  registerOperations,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor, type TestHub } from '../support/hub.js';
import { newKey } from '../support/pushes.js';

const READ = 'query One($id: ID!) { lawyer(id: $id) { fullName mobile } }';
const AGAIN = 'query Again($id: ID!) { lawyer(id: $id) { fullName } }';
const VERIFY = 'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }';
let validated = 0;
// every validation of a document comes by here
limitRules.push(() => {
  validated += 1;
  return {};
});
const variables = { id: selfLawyerId };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const byId = (text: string) => ({ documentId: `sha256:${hashOf(text)}` });
const byApollo = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

/** Somebody at the filing desk who comes by a client. */
const deskOf = (hub: TestHub, clientId: string) =>
  hub.asClaims({ subject: 'zhou', clientId, role: 'filing', unit: '浙0106' }, 'CASE_FILING');

/** An answer but for what is never the same twice. */
const told = ({ status, text }: Answer) => [status, text.replace(/"correlationId":"[^"]+"/, '')];

/** What the asker's last line in the trail says. */
const lastLine = async (hub: TestHub) => (await hub.trail())[0];

for (const compiled of [false, true])
  onEveryDatabase(`a registered operation is asked by its hash${compiled ? ', compiled' : ''}`, (kind) => {
    const hub = hubFor(kind, { compiled });

    it('in both spellings, by POST and GET, and answered like the document', async () => {
      const { id, clientId } = await activated(hub);
      await registerOperations(hub, id, READ);
      const desk = deskOf(hub, clientId);
      const whole = await desk.ask(READ, variables);
      expect([whole.status, whole.data.lawyer.fullName]).toEqual([200, '沈知微']);
      const text = { variables: JSON.stringify(variables) };
      const answers = [
        await desk.send({ ...byId(READ), variables }),
        await desk.send({ ...byApollo(hashOf(READ)), variables }),
        await desk.send({ ...byId(READ), ...byApollo(hashOf(READ)), query: READ, variables, operationName: 'One' }),
        await desk.get({ ...byId(READ), ...text }),
        await desk.get({ extensions: JSON.stringify(byApollo(hashOf(READ)).extensions), ...text }),
      ];
      for (const answer of answers) expect(told(answer)).toEqual(told(whole));
      expect(await lastLine(hub)).toMatchObject({
        outcome: 'ANSWERED',
        client_id: clientId,
        coordinates: ['Lawyer.fullName', 'Lawyer.mobile', 'Query.lawyer'],
        records: { Lawyer: [selfLawyerId] },
      });
    });

    it('without asking the database for the document again, or validating it again', async () => {
      const { id, clientId } = await activated(hub);
      await registerOperations(hub, id, AGAIN);
      const desk = deskOf(hub, clientId);
      const asked = new Set<string>();
      const { single } = hub.database;
      hub.database.single = (statement) => {
        asked.add(JSON.stringify(statement.queryChunks, (key, value) => (key === 'table' ? undefined : value)));
        return single.call(hub.database, statement) as never;
      };
      try {
        expect((await desk.send({ ...byId(AGAIN), variables })).status).toBe(200);
        const about = () => [...asked].filter((statement) => statement.includes('sha256'));
        expect(about().length).toBe(2);
        asked.clear();
        validated = 0;
        for (let times = 0; times < 3; times++)
          expect((await desk.send({ ...byId(AGAIN), variables })).data.lawyer.fullName).toBe('沈知微');
        expect([about(), validated]).toEqual([[], 0]);
        await desk.ask(`${AGAIN} `, variables);
        expect(validated).toBe(1);
      } finally {
        hub.database.single = single;
      }
    });
  });

onEveryDatabase('a document that is named by a hash', (kind) => {
  const hub = hubFor(kind);

  it('is unknown alike when nobody, another client, or no longer this one has registered it', async () => {
    const [own, other] = [await activated(hub), await activated(hub)];
    const foreign = '{ whoAmI { role } }';
    const retired = '{ whoAmI { purpose } }';
    await registerOperations(hub, other.id, foreign);
    const [operation] = await registerOperations(hub, own.id, retired);
    const desk = deskOf(hub, own.clientId);
    expect((await desk.send(byId(retired))).data.whoAmI.purpose).toBe('CASE_FILING');
    expect((await deskOf(hub, other.clientId).send(byId(foreign))).data.whoAmI.role).toBe('filing');
    const retirement = { operations: [{ key: newKey(), operation }] };
    await hub.as('system@court').ask(RETIRE_OPERATIONS, retirement);
    const nobodys = await desk.send(byId('{ courts { totalCount } }'));
    expect([nobodys.status, nobodys.codes, nobodys.errors[0].extensions.at]).toEqual([
      200,
      ['DOCUMENT_UNKNOWN'],
      ['documentId'],
    ]);
    expect(nobodys.errors[0].extensions.messageZh).toBe('该客户端未登记该哈希值对应的文档。');
    for (const text of [foreign, retired]) {
      expect(told(await desk.send(byId(text)))).toEqual(told(nobodys));
      expect(await lastLine(hub)).toMatchObject({
        kind: 'DISCLOSED',
        outcome: 'REFUSED',
        actor_id: 'zhou',
        client_id: own.clientId,
        coordinates: [],
        refusals: ['DOCUMENT_UNKNOWN'],
      });
    }
    // a name of another kind, and the public, whose client nobody registered
    expect(told(await desk.send({ documentId: 'a1b2' }))).toEqual(told(nobodys));
    expect(told(await hub.as('public').send(byId(foreign)))).toEqual(told(nobodys));
  });

  it('is answered with 400 to clients of the newer media type', async () => {
    const token = await hub.issuer.token({ subject: 'z', clientId: 'lushu-trial', role: 'filing', unit: '浙0106' });
    const headers = { authorization: `Bearer ${token}`, 'x-lushu-purpose': 'CASE_FILING' };
    const answer = await hub.post(JSON.stringify(byId('{ x }')), {
      ...headers,
      accept: 'application/graphql-response+json',
    });
    expect([answer.status, answer.codes, answer.data]).toEqual([400, ['DOCUMENT_UNKNOWN'], undefined]);
  });

  it('must be the one that is sent beside it, and is not registered by being sent', async () => {
    const { clientId } = await activated(hub);
    const desk = deskOf(hub, clientId);
    const wrong = await desk.send({ query: '{ whoAmI { role } }', ...byApollo(hashOf(READ)) });
    expect([wrong.codes, wrong.errors[0].extensions.at]).toEqual([
      ['DOCUMENT_HASH_WRONG'],
      ['extensions', 'persistedQuery', 'sha256Hash'],
    ]);
    expect(await lastLine(hub)).toMatchObject({ outcome: 'REFUSED', refusals: ['DOCUMENT_HASH_WRONG'] });
    const right = await desk.send({ query: READ, variables, ...byApollo(hashOf(READ)) });
    expect(right.data.lawyer.fullName).toBe('沈知微');
    expect((await desk.send({ variables, ...byApollo(hashOf(READ)) })).codes).toEqual(['DOCUMENT_UNKNOWN']);
  });

  it.each([
    ['no text', { documentId: 7 }, ['documentId']],
    ['a hash that is too short', { documentId: 'sha256:ab' }, ['documentId']],
    ['a hash in capitals', { documentId: `sha256:${hashOf(READ).toUpperCase()}` }, ['documentId']],
    ['no hash', byApollo(undefined), ['extensions', 'persistedQuery', 'sha256Hash']],
    ['another version', byApollo(hashOf(READ), 2), ['extensions', 'persistedQuery', 'sha256Hash']],
    ['a list', { extensions: { persistedQuery: [] } }, ['extensions', 'persistedQuery', 'sha256Hash']],
    [
      'two names that differ',
      { ...byId(READ), ...byApollo(hashOf('x')) },
      ['extensions', 'persistedQuery', 'sha256Hash'],
    ],
  ])('is not named by %s', async (_what, parameters, place) => {
    const answer = await hub.as('filing').send({ ...parameters, variables });
    expect([answer.codes, answer.errors[0].extensions.at]).toEqual([['REQUEST_MALFORMED'], place]);
    expect(await lastLine(hub)).toMatchObject({ outcome: 'REFUSED', refusals: ['REQUEST_MALFORMED'] });
  });

  it('is not named twice in an address', async () => {
    const answer = await hub.as('filing').get([
      ['documentId', 'a'],
      ['documentId', 'b'],
    ]);
    expect([answer.codes, answer.errors[0].extensions.at]).toEqual([['REQUEST_MALFORMED'], ['documentId']]);
  });

  it('is no mutation by GET', async () => {
    const { id, clientId } = await activated(hub);
    await registerOperations(hub, id, VERIFY);
    const answer = await deskOf(hub, clientId).get(byId(VERIFY));
    expect([answer.status, answer.data]).toEqual([405, undefined]);
  });

  it('is known to the client of that name that was activated', async () => {
    const made = await hub.as('system@court').ask(REGISTER, { input: clientInput() });
    const { id, clientId } = made.data.made;
    await registerOperations(hub, id, READ);
    expect((await deskOf(hub, clientId).send({ ...byId(READ), variables })).codes).toEqual(['CLIENT_UNKNOWN']);
    await hub.as('security@court').ask(ACTIVATE, { id });
    expect((await deskOf(hub, clientId).send({ ...byId(READ), variables })).data.lawyer.fullName).toBe('沈知微');
  });
});
