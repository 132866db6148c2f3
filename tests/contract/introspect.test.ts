import { type GraphQLObjectType, type GraphQLUnionType, graphqlSync } from 'graphql';
import { describe, expect, test } from 'vitest';
import { buildSubgraph } from '../../src/api/merge/build-subgraph.js';
import { mergeSubgraphs } from '../../src/api/merge/merge.js';
import { type Role, roles } from '../../src/identity/roles.js';
import { toldSchema } from '../../src/policy/introspect.js';
import { type Rights, rightsOf } from '../../src/policy/rights.js';
import { club } from './fixtures/club.js';
import { library } from './fixtures/library.js';
import { line, matrix } from './fixtures/matrix.js';
import { registry } from './fixtures/registry.js';

const schema = mergeSubgraphs([registry, library, club].map(buildSubgraph));
const closing = { ...matrix, Chart: line('all', { judge: '-', public: '-' }) };
const rights = rightsOf(closing);
const told = (role: Role) => toldSchema(schema, closing, rights.get(role) as Rights, rights.get('public') as Rights);
const fieldOf = (role: Role, type: string, field: string) =>
  (told(role).getType(type) as GraphQLObjectType).getFields()[field];

describe('what a role is told of the schema', () => {
  test('leaves out the operations it may not ask, and a root without any', () => {
    expect(Object.keys(told('filing').getQueryType()?.getFields() ?? {})).toContain('favourite');
    expect(Object.keys(told('judge').getQueryType()?.getFields() ?? {})).not.toContain('favourite');
    expect(told('filing').getMutationType()).toBeDefined();
    expect(told('judge').getMutationType()).toBeUndefined();
  });

  test('leaves out types none of whose rows it reaches, and what leads there', () => {
    expect(told('filing').getType('Chart')).toBeDefined();
    expect(told('judge').getType('Chart')).toBeUndefined();
    const holding = told('judge').getType('Holding') as GraphQLUnionType;
    expect(holding.getTypes().map(({ name }) => name)).toEqual(['Book']);
  });

  test('keeps withheld and masked fields, with the reason', () => {
    expect(fieldOf('filing', 'Person', 'diary')?.description).toBe('Nobody else reads it.\nFor you: withheld (LB-01).');
    expect(fieldOf('self', 'Person', 'diary')?.description).toBe(
      'Nobody else reads it.\nFor you: withheld on other rows (LB-01).',
    );
    expect(fieldOf('judge', 'Person', 'bornOn')?.description).toBe('For you: masked (LB-01).');
    expect(fieldOf('filing', 'Person', 'bornOn')?.description).toBeUndefined();
  });

  test('can be introspected by every role', () => {
    for (const role of roles) {
      const answer = graphqlSync({ schema: told(role), source: '{ __schema { types { name fields { name } } } }' });
      expect(answer.errors).toBeUndefined();
    }
  });
});
