import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { refusalBehind } from '../../src/api/errors.js';
import { Refusal } from '../../src/kernel/refusal.js';

const driver = (code: string) => new Error('query failed', { cause: Object.assign(new Error('x'), { code }) });

describe('the refusal behind an error', () => {
  it.each([
    ['a refusal', new Refusal('NOT_FOUND'), 'NOT_FOUND'],
    ['a lock not had in time', driver('55P03'), 'BUSY'],
    ['a statement whose time ran out', driver('57014'), 'BUSY'],
    ['a database shutting down', driver('57P01'), 'DATABASE_UNAVAILABLE'],
    ['a value no column holds', driver('22003'), 'INTERNAL'],
    ['something that is no error', 'oops', 'INTERNAL'],
  ])('%s', (_what, error, code) => {
    expect(refusalBehind(error).code).toBe(code);
    if (error instanceof Error) expect(refusalBehind(new GraphQLError('x', { originalError: error })).code).toBe(code);
  });

  it('a parser that runs out of stack has found a document it cannot parse', () => {
    expect(refusalBehind(new RangeError('stack'), 'GRAPHQL_PARSE_FAILED').code).toBe('DOCUMENT_UNPARSABLE');
  });
});
