import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { RecordPolicy } from './record-policy.js';

/** What a matrix line names; `fields` are those it shows: one, or by a wildcard all of the type. */
export interface Place {
  readonly kind: 'operation' | 'type' | 'field' | 'argument';
  readonly type: GraphQLObjectType;
  readonly fields: readonly GraphQLField<unknown, unknown>[];
}

/** What the cells of a line need of the record's policy and do not find there. */
export function policyFaults(
  { kind, type, fields }: Place,
  cells: readonly string[],
  policies: readonly RecordPolicy[],
): string[] {
  const policy = policies.find((known) => known.type === type.name);
  if (kind === 'type') {
    const reaches = [...new Set(cells)].filter((cell) => cell !== 'all' && cell !== '-');
    const isSaid = (reach: string) => policy?.reaches?.[reach as 'own'] !== undefined;
    return reaches
      .filter((reach) => !isSaid(reach))
      .map((reach) => `its policy does not say which rows are "${reach}"`);
  }
  if (kind !== 'field') return [];
  const isMasked = cells.some((cell) => cell.includes('M'));
  const isPaired = cells.some((cell) => cell.includes('/'));
  return [
    ...(isPaired && !policy?.related ? ['its policy does not say which rows are related'] : []),
    ...fields.flatMap(({ name }) => [
      ...((isMasked || isPaired) && !policy?.fields[name] ? [`${name} is no column of its policy`] : []),
      ...(isMasked && !policy?.masks?.[name] ? [`${name} is masked, but its policy has no mask`] : []),
    ]),
  ];
}
