import { createServer } from 'node:http';
import { databaseUrl, listening } from './listening.js';
import { type PeerLoaders, peerLoaders } from './peer-loaders.js';
import { peerRequire } from './peer-packages.js';
import { peerRows, type Row } from './peer-rows.js';
import { rootResolvers, typeDefs } from './peer-schema.js';

/** graphql-yoga on node:http with dataloaders; its cache of parsed and validated documents is on by default. */
const { createSchema, createYoga } = peerRequire('graphql-yoga');
const rows = peerRows(databaseUrl);

interface Context {
  readonly loaders: PeerLoaders;
}

const schema = createSchema({
  typeDefs,
  resolvers: {
    ...rootResolvers(rows),
    Lawyer: {
      practisingFirm: ({ firmId }: Row, _: unknown, { loaders }: Context) =>
        firmId === null ? null : loaders.firms.load(firmId as string),
      sanctions: ({ id }: Row, _: unknown, { loaders }: Context) => loaders.sanctions.load(id as string),
      licenceHistory: ({ id }: Row, _: unknown, { loaders }: Context) => loaders.histories.load(id as string),
    },
    LawFirm: {
      lawyers: async ({ id }: Row, { first }: { first: number }, { loaders }: Context) => ({
        nodes: await loaders.lawyers(first).load(id as string),
      }),
    },
  },
});

listening(
  createServer(
    createYoga({
      schema,
      context: (): Context => ({ loaders: peerLoaders(rows) }),
      parserAndValidationCache: true,
      graphiql: false,
      landingPage: false,
      logging: false,
    }),
  ),
);
