import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { compose } from '../../src/api/merge/compose.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { orderedSdl } from '../../src/api/merge/subgraph-sdl.js';
import { subgraphs } from '../../src/domain/index.js';
import { changeEvents, permissions, refusals, SIGN } from './contract-pages.js';

/** Every contract by its file name in `schema/`. */
export function contracts(): Map<string, string> {
  const built = subgraphs.map(buildSubgraph);
  const graphql = (sdl: string) => `# ${SIGN}\n\n${sdl}`;
  return new Map([
    ...built.map(({ name, sdl }): [string, string] => [`${name}.graphql`, graphql(sdl)]),
    ['supergraph.graphql', graphql(compose(built).supergraph)],
    ['api.graphql', graphql(orderedSdl(mergeSubgraphs(built)))],
    ['permissions.md', permissions()],
    ['events.md', changeEvents()],
    ['refusals.md', refusals()],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync('schema', { recursive: true });
  for (const [file, text] of contracts()) writeFileSync(join('schema', file), text);
}
