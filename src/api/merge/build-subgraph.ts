import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import type { Subgraph } from '../../operation/subgraph.js';
import { subgraphSdl } from './subgraph-sdl.js';

/** One institution's part of the graph, built: its schema with resolvers, and its contract in federation's words. */
export interface BuiltSubgraph extends Subgraph {
  readonly schema: GraphQLSchema;
  /** Printed to `schema/<name>.graphql`; federation v2. */
  readonly sdl: string;
}

/** Builds a subgraph from its classes. Plain fields have no resolver. */
export function buildSubgraph(subgraph: Subgraph): BuiltSubgraph {
  leavePlainFieldsAlone();
  const schema = buildSchemaSync({
    resolvers: subgraph.resolvers,
    orphanedTypes: extendedClasses(subgraph),
    validate: false,
    // a subgraph may add fields to others' records and ask nothing of its own; the merged schema is checked whole
    skipCheck: true,
  });
  return { ...subgraph, schema, sdl: subgraphSdl(schema, subgraph.composedDirectives) };
}

/** The classes its resolvers add fields to: a stub that nothing in the subgraph leads to is still part of it. */
function extendedClasses({ resolvers }: Subgraph) {
  const { fieldResolvers, resolverClasses } = getMetadataStorage();
  const adding = fieldResolvers.filter(({ kind, target }) => kind === 'external' && resolvers.includes(target));
  const adders = new Set(adding.map(({ target }) => target));
  return resolverClasses.filter(({ target }) => adders.has(target)).map((adder) => adder.getObjectType());
}

/**
 * type-graphql puts a resolver of its own on every field of a class; a "simple" one is left to graphql-js, which reads
 * the row by the GraphQL name. Fields with a resolver of ours keep it.
 */
function leavePlainFieldsAlone(): void {
  const { objectTypes, fields, fieldResolvers } = getMetadataStorage();
  const classes = new Set(objectTypes.map((type) => type.target));
  for (const type of objectTypes) type.simpleResolvers = true;
  for (const field of fields) {
    if (!classes.has(field.target) || field.name === field.schemaName) continue;
    if (fieldResolvers.some((own) => own.target === field.target && own.methodName === field.name)) continue;
    throw new Error(`${field.target.name}.${field.name} is a plain field; it cannot be named ${field.schemaName}`);
  }
}
