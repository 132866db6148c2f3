import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  valueFromASTUntyped,
} from 'graphql';

/** What a composer is given of an institution. */
export interface Part {
  readonly name: string;
  readonly sdl: string;
}

/** What a composer makes of the parts, in words that all composers share. */
export interface Agreed {
  /** The schema that clients see, sorted and printed. */
  readonly api: string;
  /** `Type @ part: key`, for each key by which a part finds a record; `Type.field @ part` for each part that resolves it. */
  readonly joins: readonly string[];
}

/** Faults, or what was composed. */
export type Composed = Agreed | { readonly faults: readonly string[] };

/** A key as graphql-js would print it on one line. */
export const keyOf = (fields: string): string =>
  print(parse(`{ ${fields} }`))
    .replace(/\s+/g, ' ')
    .slice(2, -2);

/** Reads the joins of the objects in a supergraph written by the join specification (v0.3). */
export function joinsOf(supergraph: string): readonly string[] {
  const document = parse(supergraph);
  const names = graphNames(document);
  return document.definitions
    .flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? joinsOfType(node, names) : []))
    .sort();
}

function joinsOfType(type: ObjectTypeDefinitionNode, names: ReadonlyMap<string, string>): string[] {
  const joined = (node: { readonly directives?: readonly ConstDirectiveNode[] }, directive: string) =>
    (node.directives ?? []).filter(({ name }) => name.value === directive).map(({ arguments: given }) => values(given));
  const parts = joined(type, 'join__type');
  const nameOf = (graph: unknown) => names.get(String(graph)) as string;
  const everyPart = new Set(parts.map(({ graph }) => nameOf(graph)));
  const keys = parts.flatMap(({ graph, key, resolvable }) =>
    key === undefined
      ? []
      : [
          `${type.name.value} @ ${nameOf(graph)}: ${keyOf(String(key))}${resolvable === false ? ' (unresolvable)' : ''}`,
        ],
  );
  const fields = (type.fields ?? []).flatMap((field) => {
    const said = joined(field, 'join__field');
    const own = said.filter(({ external }) => external !== true).map(({ graph }) => nameOf(graph));
    return [...(said.length === 0 ? everyPart : own)].map((part) => `${type.name.value}.${field.name.value} @ ${part}`);
  });
  return [...keys, ...fields];
}

/** `enum join__Graph`: the word of each part in the supergraph, and its name. */
function graphNames(document: DocumentNode): ReadonlyMap<string, string> {
  const graphs = document.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('There is no join__Graph.');
  return new Map(
    (graphs.values ?? []).map(({ name, directives }) => [name.value, String(values(directives?.[0]?.arguments).name)]),
  );
}

const values = (given: readonly ArgumentNode[] = []): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
