import { Kind, parse, type SelectionSetNode } from 'graphql';

/** A field of a key: its place in the record. */
type Path = readonly string[];

const known = new Map<string, readonly Path[]>();

/** The fields of a key as `@key(fields:)` writes it: `sku variation { id }` is `sku` and `variation.id`. */
export function pathsOf(key: string): readonly Path[] {
  const paths = known.get(key) ?? pathsIn(parse(`{ ${key} }`).definitions[0] as { selectionSet: SelectionSetNode });
  known.set(key, paths);
  return paths;
}

function pathsIn({ selectionSet }: { readonly selectionSet: SelectionSetNode }): readonly Path[] {
  return selectionSet.selections.flatMap((node): readonly Path[] => {
    if (node.kind !== Kind.FIELD) throw new Error('A key holds fields only.');
    const name = node.name.value;
    return node.selectionSet ? pathsIn({ selectionSet: node.selectionSet }).map((path) => [name, ...path]) : [[name]];
  });
}

/** The values of a key in a stub or representation, in the order of its fields; null or undefined where there is none. */
export const valuesOf = (key: string, stub: unknown): readonly unknown[] =>
  pathsOf(key).map((path) => path.reduce((at: unknown, name) => (at as Record<string, unknown> | null)?.[name], stub));

/** What a reader is asked by: the value of a key of one field, else the values as a JSON list. */
export const keyText = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : JSON.stringify(values);
