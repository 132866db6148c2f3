import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../kernel/day.js';
import { Refusal } from '../kernel/refusal.js';
import { Unusable } from './unusable.js';

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

/** Takes any text, so that a bad one refuses its item and not the batch; what is no text is of the wrong kind. */
const inItem =
  (parse: (value: unknown) => string) =>
  (value: unknown): string | Unusable => {
    if (typeof value !== 'string') throw new Refusal('VARIABLES_INVALID');
    try {
      return parse(value);
    } catch {
      return new Unusable('DATE_INVALID');
    }
  };

const inItemScalar = (name: string, of: GraphQLScalarType, description: string) =>
  new GraphQLScalarType({
    name,
    description,
    serialize: of.serialize,
    parseValue: inItem(of.parseValue as (value: unknown) => string),
    parseLiteral: (node) =>
      inItem(of.parseValue as (value: unknown) => string)(node.kind === Kind.STRING ? node.value : undefined),
  });

/** `ItemDate`: `Date` in an item of a batch. A text that is no day refuses the item with DATE_INVALID, not the batch. */
export const ItemDateScalar = inItemScalar(
  'ItemDate',
  DateScalar,
  'A calendar day in an item of a batch, YYYY-MM-DD: what is not one refuses the item, not the batch (批次项中的日历日).',
);

/** `ItemDateTime`: `DateTime` in an item of a batch. A text that is no instant refuses the item with DATE_INVALID. */
export const ItemDateTimeScalar = inItemScalar(
  'ItemDateTime',
  DateTimeScalar,
  'An instant in an item of a batch, RFC 3339: what is not one refuses the item, not the batch (批次项中的时刻).',
);
