import { type SQL, sql } from 'drizzle-orm';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import type { Ask } from '../../operation/ask.js';
import { type Captured, type CapturedRecords, CapturingAsk } from './capture.js';
import { type Asked, NotCompiled, rootFields, type Source } from './fields.js';
import { Levels } from './level.js';
import { resolved } from './resolved.js';
import { type Rendered, StandIns } from './stand-ins.js';

/** An operation compiled: one statement of one row, with the JSON text of every root field and the keys it discloses. */
export interface Plan {
  readonly text: string;
  /** What stands before the text of each root, in order, and after the last. */
  readonly around: readonly string[];
  /** Parameters after those of the roots. */
  readonly fixed: readonly unknown[];
  /** Which of all parameters the statement takes, in its order: a root may bring some for a part that nobody asked for. */
  readonly taken: readonly number[];
  /** Types by the letter before their keys. */
  readonly types: readonly string[];
}

/** An operation as it is asked now: its roots' own statements with the values of its arguments. */
export interface Rooted {
  readonly fields: readonly Asked[];
  readonly roots: readonly { readonly captured: Captured; readonly answer: unknown }[];
  /** Texts of the roots' statements: two operations with the same ones, and the rest alike, have one plan. */
  readonly form: string;
  readonly params: readonly unknown[];
  readonly ask: CapturingAsk;
  readonly standIns: StandIns;
  readonly source: Source;
}

/** Asks every root field for its statement. Throws what the resolvers refuse, and NotCompiled. */
export async function rooted(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Source['variables'],
  asked: Ask,
): Promise<Rooted> {
  const query = schema.getQueryType();
  if (!query) throw new NotCompiled('no query type');
  const source: Source = { schema, fragments: fragmentsOf(document), variables };
  const fields = rootFields(source, query, operation);
  const ask = new CapturingAsk(asked);
  const standIns = new StandIns();
  const params: unknown[] = [];
  const texts: string[] = [];
  const rendered = (statement: SQL): SQL => {
    const { text, params: own } = standIns.render(statement, params.length + 1);
    params.push(...own);
    texts.push(text);
    return sql.raw(text);
  };
  const roots: { captured: Captured; answer: unknown }[] = [];
  for (const field of fields) {
    if (field.name === '__typename') continue;
    const { captured, answer } = await resolved(query, field, undefined, ask, source);
    const records = captured.records.map(
      (one): CapturedRecords => ({
        ...one,
        statement: rendered(one.statement),
        size: one.size && rendered(one.size),
        order: one.order && { ...one.order, keys: rendered(one.order.keys) },
      }),
    );
    roots.push({ captured: { ...captured, records, counts: captured.counts.map(rendered) }, answer });
  }
  return { fields, roots, form: texts.join('\n'), params, ask, standIns, source };
}

/** Compiles what lies below the roots. Throws NotCompiled. */
export async function planOf({ fields, roots, params, ask, standIns, source }: Rooted): Promise<Plan> {
  const levels = new Levels(source, ask, standIns);
  const around: string[] = ['{'];
  const columns: SQL[] = [];
  const joins: SQL[] = [];
  const rest = [...roots];
  for (const [place, field] of fields.entries()) {
    around[around.length - 1] += `${place === 0 ? '' : ','}"${field.key}":`;
    if (field.name === '__typename') {
      around[around.length - 1] += '"Query"';
      continue;
    }
    const led = rest.shift() as (typeof roots)[number];
    const name = sql.raw(`r${joins.length}`);
    joins.push(sql`left join lateral (${await levels.led(field, led)}) ${name} on true`);
    columns.push(sql`coalesce(${name}.j, 'null') as ${sql.raw(`j${columns.length}`)}`);
    around.push('');
  }
  around[around.length - 1] += '}';
  const keys = joins.map((_, place) => sql.raw(`r${place}.k`));
  const all = keys.length > 0 ? sql`concat(${sql.join(keys, sql`, `)})` : sql`''`;
  const statement = sql`select ${sql.join([...columns, sql`${all} as keys`], sql`, `)} from (select 1) one ${sql.join(joins, sql` `)}`;
  const { text, params: fixed }: Rendered = standIns.render(statement, params.length + 1);
  return { ...renumbered(text), around, fixed, types: levels.types };
}

/** The parameters of a plan's statement, as the operation is asked now. */
export function paramsOf({ taken, fixed }: Plan, { params }: Rooted): unknown[] {
  return taken.map((place) => (place < params.length ? params[place] : fixed[place - params.length]));
}

/** A statement's parameters numbered without gaps: PostgreSQL cannot tell the type of one that stands nowhere. */
function renumbered(text: string): Pick<Plan, 'text' | 'taken'> {
  const taken: number[] = [];
  const numbers = new Map<string, number>();
  const dense = text.replace(/\$(\d+)/g, (_, number: string) => {
    const known = numbers.get(number) ?? taken.push(Number(number) - 1);
    numbers.set(number, known);
    return `$${known}`;
  });
  return { text: dense, taken };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
}
