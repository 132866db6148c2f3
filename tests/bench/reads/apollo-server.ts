import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { buildSchema } from 'type-graphql';
import { type PeerContext, peerResolvers } from './apollo-resolvers.js';
import { databaseUrl, ready } from './listening.js';
import { peerLoaders } from './peer-loaders.js';
import { peerRows } from './peer-rows.js';
import { roots } from './peer-schema.js';

/** Apollo Server with type-graphql resolvers and dataloaders, no shield, on Fastify like the hub: what the hub would be without its own. */
const rows = peerRows(databaseUrl);
const root = roots(rows);
const app = Fastify({ logger: false });
const apollo = new ApolloServer<PeerContext>({
  schema: await buildSchema({ resolvers: [...peerResolvers], validate: false }),
  plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app)],
});
await apollo.start();
await app.register(fastifyApollo(apollo), { context: async () => ({ root, loaders: peerLoaders(rows) }) });
await app.listen({ host: '127.0.0.1', port: 0 });
ready((app.server.address() as AddressInfo).port);
