import type { AddressInfo } from 'node:net';
import { databaseUrl, ready } from './listening.js';
import { peerRequire } from './peer-packages.js';
import { peerRows, type Row } from './peer-rows.js';
import { rootResolvers, typeDefs } from './peer-schema.js';

/** Mercurius on Fastify: operations compiled by graphql-jit at their first use, edges by its own batching loaders. */
const app = peerRequire('fastify')({ logger: false });
const rows = peerRows(databaseUrl);

interface Wanted<Params = object> {
  readonly obj: Row;
  readonly params: Params;
}
const idsOf = (wanted: readonly Wanted[]) => wanted.map(({ obj }) => obj.id as string);

async function firmsOf(wanted: readonly Wanted[]): Promise<(Row | null)[]> {
  const ids = wanted.map(({ obj }) => obj.firmId as string | null);
  const known = [...new Set(ids.filter((id) => id !== null))];
  const firms = new Map((await rows.firmsByIds(known)).map((firm, i) => [known[i], firm]));
  return ids.map((id) => (id === null ? null : (firms.get(id) ?? null)));
}

app.register(peerRequire('mercurius'), {
  schema: typeDefs,
  resolvers: rootResolvers(rows),
  loaders: {
    Lawyer: {
      practisingFirm: firmsOf,
      sanctions: (wanted: readonly Wanted[]) => rows.sanctionsOf(idsOf(wanted)),
      licenceHistory: (wanted: readonly Wanted[]) => rows.eventsOf(idsOf(wanted)),
    },
    LawFirm: {
      lawyers: async (wanted: readonly Wanted<{ first: number }>[]) =>
        (await rows.lawyersOfFirms(idsOf(wanted), wanted[0]?.params.first ?? 0)).map((nodes) => ({ nodes })),
    },
  },
  jit: 1,
  graphiql: false,
});

await app.listen({ host: '127.0.0.1', port: 0 });
ready((app.server.address() as AddressInfo).port);
