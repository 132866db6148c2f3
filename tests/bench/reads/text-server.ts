import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { databaseUrl, ready } from './listening.js';
import { queries, type Shape } from './shapes.js';
import { statements } from './statements.js';

/**
 * The hub's pipeline with nothing in it: the served schema, parsed and validated by Apollo, answered with the limit's
 * text. No token, purpose, limits, decision, snapshot or line: what is left is what GraphQL itself costs.
 */
const schema = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));
const shapeOf = new Map(Object.entries(queries).map(([shape, query]) => [query, shape as Shape]));
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=Asia/Shanghai' });
/** Apollo hands the data on, not the result around them. */
const texts = new WeakMap<object, string>();

const app = Fastify({ logger: false });
const apollo = new ApolloServer({
  schema,
  persistedQueries: false,
  stringifyResult: (result) => (result.data && texts.get(result.data)) ?? JSON.stringify(result),
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    fastifyApolloDrainPlugin(app),
    {
      requestDidStart: async () => ({
        async responseForOperation({ request, response }) {
          const shape = shapeOf.get(request.query ?? '');
          if (!shape) return null;
          const values = [request.variables?.asked];
          const { rows } = await pool.query({ name: shape, text: statements[shape], values });
          const data = {};
          texts.set(data, `${rows[0].answer}\n`);
          return { http: response.http, body: { kind: 'single', singleResult: { data } } };
        },
      }),
    },
  ],
});
await apollo.start();
await app.register(fastifyApollo(apollo));
await app.listen({ host: '127.0.0.1', port: 0 });
ready((app.server.address() as AddressInfo).port);
