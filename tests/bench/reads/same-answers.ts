import { bodyOf, GraphqlClient } from '../client.js';
import { type Asked, type Shape, shapes } from './shapes.js';
import { PURPOSE, type Side } from './sides.js';

/** How many answers were compared, and the length of each side's shortest to each shape, in bytes. */
export interface Sameness {
  readonly compared: number;
  readonly lawyers: number;
  readonly leastBytes: ReadonlyMap<Side, Readonly<Record<Shape, number>>>;
}

/**
 * Asks every side everything that the bench asks. Throws unless each gives the data that the first gives, naming the
 * side, the shape and the place.
 */
export async function sameAnswers(sides: readonly Side[], asked: Asked, token: string): Promise<Sameness> {
  const clients = new Map(sides.map((side) => [side, new GraphqlClient(side.url, token, PURPOSE)]));
  const leastBytes = new Map(sides.map((side) => [side, nothingYet()]));
  let [compared, lawyers] = [0, 0];
  for (const shape of shapes)
    for (const value of asked[shape]) {
      let first: unknown;
      for (const side of sides) {
        const text = await (clients.get(side) as GraphqlClient).post(bodyOf(side.queries[shape], { asked: value }));
        const least = leastBytes.get(side) as Record<Shape, number>;
        least[shape] = Math.min(least[shape], Buffer.byteLength(text));
        const { data, errors } = JSON.parse(text);
        if (errors || !data) throw new Error(`${side.name}, ${shape}: ${text.slice(0, 500)}`);
        const shown = side.unwrap(shape, data);
        if (side === sides[0]) {
          first = shown;
          lawyers += text.split('"fullName"').length - 1;
          continue;
        }
        const place = difference(first, shown);
        if (place !== null)
          throw new Error(
            `${side.name} differs from ${sides[0]?.name} in ${shape} of ${JSON.stringify(value).slice(0, 60)} at ${place}`,
          );
        compared += 1;
      }
    }
  for (const client of clients.values()) client.close();
  if (compared === 0 || lawyers === 0) throw new Error('no answers were compared');
  return { compared, lawyers, leastBytes };
}

const nothingYet = () =>
  Object.fromEntries(shapes.map((shape) => [shape, Number.POSITIVE_INFINITY])) as Record<Shape, number>;

/** Where two answers differ, and how; null when they do not. The order of fields does not count. */
export function difference(one: unknown, other: unknown, place = 'data'): string | null {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
      ? null
      : `${place}: ${JSON.stringify(one)?.slice(0, 100)} / ${JSON.stringify(other)?.slice(0, 100)}`;
  const [a, b] = [one, other] as Record<string, unknown>[];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length)
    return `${place}: ${one.length} / ${other.length} items`;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(a?.[key], b?.[key], `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
