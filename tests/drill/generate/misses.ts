import { type GraphQLInputType, getNamedType, isEnumType, isNonNullType } from 'graphql';
import type { Random } from '../../../seeds/random.js';

/** A value close to a good one: valid in form mostly, and most likely of nothing that exists. */
export function nearMiss(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.pick([-1, 1, 1_000]);
  if (typeof value !== 'string' || value === '') return value;
  const place = random.int(0, value.length - 1);
  const swapped = /\d/.test(value[place] as string) ? String((Number(value[place]) + 1) % 10) : 'x';
  return random.pick([
    value.slice(0, place) + swapped + value.slice(place + 1),
    value.slice(0, Math.max(1, place)),
    `${value} `,
    value.toUpperCase(),
    `${value}%`,
  ]);
}

/** A value that cannot be right: of the wrong kind, out of every list, unstorable, absent where it must stand. */
export function wrongValue(type: GraphQLInputType, random: Random): unknown {
  if (isEnumType(getNamedType(type))) return random.pick(['NO_SUCH_VALUE', 7]);
  return random.pick([
    ...(isNonNullType(type) ? [null] : []),
    { surprise: true },
    [['deep']],
    '\u0000',
    '\ud800',
    '',
    -1,
    2 ** 40,
    '2026-02-30',
    "' or '1'='1",
    'x'.repeat(3_000),
  ]);
}
