import { inspect } from 'node:util';
import { buildSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Fact, ofTheHub, told } from '../../src/policy/fact.js';

describe('a fact', () => {
  const status = new Fact('SUSPENDED');
  const lawyer = new Fact({ status: 'SUSPENDED', mobile: '13911112222' });

  it('is told of as its declared coordinate says, and is whole for the hub itself', () => {
    expect(told(status, 'MediatorRosterEntry.available', (value) => value === 'PRACTISING')).toBe(false);
    expect(ofTheHub(status)).toBe('SUSPENDED');
    // @ts-expect-error a coordinate that is not declared tells nothing: this does not compile
    told(status, 'Lawyer.mobile', (value) => value);
    // @ts-expect-error a fact is not its value: this does not compile
    const shown: string = status;
    expect(shown).toBe(status);
  });

  it('shows nothing when a resolver returns it, as a record or as a value', async () => {
    const schema = buildSchema(
      'type Query { lawyer: Lawyer status: String } type Lawyer { status: String mobile: String }',
    );
    const { data, errors } = await graphql({
      schema,
      source: '{ lawyer { status mobile } status }',
      rootValue: { lawyer, status },
    });
    expect(data).toEqual({ lawyer: { status: null, mobile: null }, status: null });
    expect(JSON.stringify(errors)).not.toContain('SUSPENDED');
  });

  it('is silent in a log', () => {
    for (const text of [
      JSON.stringify([status, lawyer]),
      String(status),
      inspect(lawyer, { depth: 9, showHidden: true }),
    ])
      expect(text).not.toMatch(/SUSPENDED|139/);
  });
});
