import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../../src/api/merge/build-subgraph.js';
import { subgraphServerSchema } from '../../../src/api/merge/subgraph-server-schema.js';
import type { Ask } from '../../../src/operation/ask.js';
import { surroundRootFields } from '../../../src/operation/operation.js';
import { shielded } from '../../../src/policy/shield.js';
import { askAs } from '../fixtures/asking.js';
import { productsMatrix, productsSubgraph } from './products.js';
import { isInstalled, runSuite, type Verdict } from './suite.js';

const built = buildSubgraph(productsSubgraph);

/** The fixture as the hub would serve it to a gateway, asked by the suite. */
async function verdicts(): Promise<readonly Verdict[]> {
  const schema = surroundRootFields(shielded(subgraphServerSchema(built, [built]), productsMatrix));
  const apollo = new ApolloServer<Ask>({ schema, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(apollo, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => askAs('public', productsMatrix),
  });
  try {
    return await runSuite({ sdl: built.sdl, url });
  } finally {
    await apollo.stop();
  }
}

const title = 'federation compatibility';
const asked = async () => {
  const all = await verdicts();
  console.log(`${title}: ${all.filter(({ fault }) => fault === null).length} of ${all.length}`);
  test.each(all)('$title', ({ fault }) => expect(fault).toBeNull());
  test('the suite has 23 tests', () => expect(all.length).toBe(23));
};

if (isInstalled) describe(title, asked);
else describe(title, () => test.skip('is not installed: run npm ci --ignore-scripts in its folder', () => {}));
