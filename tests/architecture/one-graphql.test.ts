import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { GraphQLSchema, graphql, parse, printSchema } from 'graphql';
import { GraphQLScalarType as ScalarBySubpath } from 'graphql/type/definition.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema, createResolversMap, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, test } from 'vitest';

@ObjectType()
class Seal {
  @Field(() => String)
  inscription!: string;

  @Field(() => GraphQLDateTime)
  cutAt!: Date;
}

@Resolver(() => Seal)
class SealResolver {
  @Query(() => Seal)
  seal(): Seal {
    return { inscription: '律枢', cutAt: new Date('2026-01-02T03:04:05Z') };
  }
}

/** Prints the address of every graphql build a process loads; `load` hooks see `import` and `require` alike. */
const countBuilds = `
  import { registerHooks } from 'node:module';
  const builds = new Set();
  registerHooks({ load(url, context, next) {
    if (/node_modules\\/graphql\\/version\\.m?js$/.test(url)) builds.add(url);
    return next(url, context);
  } });
  await import('reflect-metadata');
  for (const name of process.argv.slice(1)) await import(name);
  console.log(JSON.stringify([...builds]));
`;

/** Every dependency that speaks GraphQL and loads on its own; graphql-shield has its loader in src/policy. */
const speakers = [
  'graphql',
  'type-graphql',
  'graphql-scalars',
  '@apollo/server',
  '@apollo/subgraph',
  '@as-integrations/fastify',
  '@theguild/federation-composition',
  '@escape.tech/graphql-armor-max-aliases',
  '@escape.tech/graphql-armor-max-depth',
];

describe('one graphql', () => {
  test('a type-graphql schema executes under the graphql that tests import', async () => {
    const schema = await buildSchema({ resolvers: [SealResolver], validate: false });
    expect(schema).toBeInstanceOf(GraphQLSchema);
    const answer = await graphql({ schema, source: '{ seal { inscription cutAt } }' });
    expect(answer).toEqual({ data: { seal: { inscription: '律枢', cutAt: new Date('2026-01-02T03:04:05Z') } } });
  });

  test('the same schema is accepted and answers as a subgraph', async () => {
    const schema = await buildSchema({ resolvers: [SealResolver], validate: false });
    const typeDefs = parse(printSchema(schema));
    const subgraph = buildSubgraphSchema([{ typeDefs, resolvers: createResolversMap(schema) as GraphQLResolverMap }]);
    const answer = await graphql({ schema: subgraph, source: '{ seal { inscription } _service { sdl } }' });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      seal: { inscription: '律枢' },
      _service: { sdl: expect.stringMatching('type Seal') },
    });
  });

  test('import, require and a subpath give one and the same class', () => {
    const required = createRequire(import.meta.url)('graphql') as {
      GraphQLSchema: unknown;
      GraphQLScalarType: unknown;
    };
    expect(required.GraphQLSchema).toBe(GraphQLSchema);
    expect(required.GraphQLScalarType).toBe(ScalarBySubpath);
    expect(GraphQLDateTime).toBeInstanceOf(ScalarBySubpath);
  });

  test('a process without vitest loads one build, whatever asks for it', () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', countBuilds, ...speakers]);
    expect(JSON.parse(String(printed))).toEqual([expect.stringMatching(/graphql\/version\.js$/)]);
  });
});
