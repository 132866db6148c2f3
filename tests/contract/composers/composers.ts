import { composeServices as byApollo } from '@apollo/composition';
import { composeServices as byTheGuild, compositionHasErrors } from '@theguild/federation-composition';
import { federateSubgraphs as byWunderGraph } from '@wundergraph/composition';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { type Composed, joinsOf, keyOf, type Part } from './composed.js';

/** Composers written by others, by their packages: each composes the same parts by itself. */
export const composers: Readonly<Record<string, (parts: readonly Part[]) => Composed>> = {
  '@theguild/federation-composition': (parts) => {
    const result = byTheGuild(parts.map(({ name, sdl }) => ({ name, url: urlOf(name), typeDefs: parse(sdl) })));
    if (compositionHasErrors(result)) return { faults: result.errors.map(({ message }) => message) };
    return { api: sorted(buildSchema(result.publicSdl)), joins: joinsOf(result.supergraphSdl) };
  },
  '@apollo/composition': (parts) => {
    const result = byApollo(parts.map(({ name, sdl }) => ({ name, url: urlOf(name), typeDefs: parse(sdl) })));
    if (result.errors) return { faults: result.errors.map(({ message }) => message) };
    const api = result.schema.toAPISchema().toGraphQLJSSchema();
    return { api: sorted(api), joins: joinsOf(result.supergraphSdl) };
  },
  '@wundergraph/composition': (parts) => {
    const subgraphs = parts.map(({ name, sdl }) => ({ name, url: urlOf(name), definitions: parse(sdl) }));
    const result = byWunderGraph({ subgraphs });
    if (!result.success) return { faults: result.errors.map(({ message }) => message) };
    return {
      api: sorted(result.federatedGraphClientSchema),
      joins: wunderGraphJoins(result.subgraphConfigBySubgraphName),
    };
  },
};

const urlOf = (name: string): string => `http://127.0.0.1/${name}`;
const sorted = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

type Configs = Extract<ReturnType<typeof byWunderGraph>, { success: true }>['subgraphConfigBySubgraphName'];

/** WunderGraph writes no supergraph; its router is told per part what it resolves. */
function wunderGraphJoins(configs: Configs): readonly string[] {
  const joins = [...configs].flatMap(([part, { configurationDataByTypeName }]) =>
    [...configurationDataByTypeName.values()].flatMap(({ typeName, fieldNames, keys = [] }) => [
      ...keys.map(({ selectionSet }) => `${typeName} @ ${part}: ${keyOf(selectionSet)}`),
      ...[...fieldNames].map((field) => `${typeName}.${field} @ ${part}`),
    ]),
  );
  return joins.sort();
}
