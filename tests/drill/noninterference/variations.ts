import { type SQL, sql } from 'drizzle-orm';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { WriteHandle } from '../../../src/db/handle.js';
import { rows } from '../../../src/db/rows.js';
import type { RecordPolicy } from '../../../src/policy/record-policy.js';
import type { Asker } from './askers.js';
import { hiddenRows, isClosed, isColumn, otherRows, setAnew, sourceOf } from './columns.js';
import { hiddenFrom, policies } from './pairs.js';
import { constants, facts, ways } from './ways.js';

/** A change of the second database that its asker may not notice. */
export interface Variation {
  readonly coordinate: string;
  readonly statements: readonly SQL[];
}

/** What a role may not see, and how each of it is varied for one asker. */
export interface Plan {
  readonly variations: readonly Variation[];
  /** Edges and ids that are withheld: they differ when the records they lead to do. */
  readonly edges: ReadonlyMap<string, string>;
  /** Left out, by the list of what cannot differ. */
  readonly constant: readonly string[];
}

const policyOf = (type: string): RecordPolicy | undefined => policies.find((policy) => policy.type === type);

/** Makes the plan of an asker. Throws when something is hidden that nothing here knows how to vary. */
export function planFor(schema: GraphQLSchema, asker: Asker, salt: string): Plan {
  const variations: Variation[] = [];
  const edges = new Map<string, string>();
  const constant: string[] = [];
  for (const coordinate of hiddenFrom(schema, asker.role)) {
    const statements = statementsFor(coordinate, asker, salt);
    const target = edgeTarget(schema, coordinate);
    if (constants.some((known) => known.coordinate === coordinate && known.roles.includes(asker.role)))
      constant.push(coordinate);
    else if (statements) variations.push({ coordinate, statements });
    else if (target) edges.set(coordinate, `${target} rows`);
    else throw new Error(`${coordinate} is hidden from ${asker.role}, and ways.ts does not say how to vary it`);
  }
  for (const [column, way] of Object.entries(facts))
    variations.push({ coordinate: column, statements: way(asker.grant, salt) });
  // records come and go last: first their fields differ
  variations.sort((a, b) => Number(isRows(a)) - Number(isRows(b)));
  return { variations, edges, constant };
}

const isRows = ({ coordinate }: Variation): boolean => coordinate.endsWith(' rows');

function statementsFor(coordinate: string, { grant }: Asker, salt: string): readonly SQL[] | undefined {
  const way = ways[coordinate];
  if (way) return way(grant, salt);
  const [type = '', name = ''] = coordinate.split(/[. ]/);
  const policy = policyOf(type);
  if (!policy) return undefined;
  const everybody = isClosed(policy, grant);
  if (coordinate === `${type} rows`) return otherRows(policy, grant, everybody, sql`'{}'::jsonb`, salt);
  const column = policy.fields[name];
  if (!isColumn(column)) return undefined;
  const mask = grant.rights.field(coordinate).includes('M') ? policy.masks?.[name] : undefined;
  return [setAnew(column, policy, grant, hiddenRows(policy, name, grant, everybody), salt, mask)];
}

/** The type whose records a withheld field names: by an edge, or as their id. */
function edgeTarget(schema: GraphQLSchema, coordinate: string): string | undefined {
  const [typeName = '', name = ''] = coordinate.split('.');
  if (name === 'id') return typeName;
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const target = field && getNamedType(field.type);
  return isObjectType(target) ? target.name : undefined;
}

/** Makes the changes, past triggers and foreign keys; answers how many rows each changed. */
export async function vary(handle: WriteHandle, variations: readonly Variation[]): Promise<Map<string, number>> {
  const changed = new Map<string, number>();
  await handle.execute(sql`set local session_replication_role = replica`);
  for (const { coordinate, statements } of variations) {
    let count = 0;
    for (const statement of statements) {
      const [counted] = await rows<{ count: string }>(
        handle,
        sql`with changed as (${statement} returning 1) select count(*) from changed`,
      ).catch((error) => {
        throw new Error(
          `${coordinate} cannot be varied: ${(error as Error).message}: ${(error as { cause?: Error }).cause?.message}`,
        );
      });
      count += Number(counted?.count ?? 0);
    }
    changed.set(coordinate, count);
  }
  await handle.execute(sql`set local session_replication_role = origin`);
  return changed;
}

/** A digest of all that an asker may be shown, by type: what must be the same in both databases. */
export async function shownTo(handle: WriteHandle, { grant }: Asker): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const policy of policies) {
    const source = sourceOf(policy, grant);
    if (!source) continue;
    const columns = Object.entries(grant.columns(policy, Object.keys(policy.fields)));
    const select = sql.join(
      columns.map(([field, column]) => sql`${column} as ${sql.identifier(field)}`),
      sql`, `,
    );
    const [found] = await rows<{ digest: string }>(
      handle,
      sql`select count(*) || ':' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as digest
        from (select ${select} from ${source} where ${grant.rows(policy)}) r`,
    );
    digests.set(policy.type, found?.digest ?? '');
  }
  return digests;
}
