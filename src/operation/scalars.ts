import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../kernel/day.js';
import { Refusal } from '../kernel/refusal.js';

function day(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw new Refusal('DATE_INVALID');
  return value;
}

/** `Date`: a calendar day in Asia/Shanghai, `YYYY-MM-DD`. Errors: DATE_INVALID. */
export const DateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A calendar day in Asia/Shanghai, YYYY-MM-DD (日历日).',
  serialize: (value) => value as string,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : undefined),
});

function instant(value: unknown): string {
  const text = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? value : '';
  const millis = Date.parse(text);
  if (Number.isNaN(millis) || !isDay(text.slice(0, 10))) throw new Refusal('DATE_INVALID');
  return new Date(millis).toISOString();
}

/** `DateTime`: an instant, RFC 3339, in UTC when answered. Errors: DATE_INVALID. */
export const DateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, RFC 3339 (时刻).',
  serialize: (value) => new Date(value as string).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});
