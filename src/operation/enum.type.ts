import { registerEnumType } from 'type-graphql';

/** Declares a GraphQL enum whose values are the keys of a table of Chinese terms. */
export function enumOf<T extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  terms: T,
): { [K in keyof T]: K } {
  const values = Object.fromEntries(Object.keys(terms).map((key) => [key, key])) as { [K in keyof T]: K };
  const valuesConfig = Object.fromEntries(Object.entries(terms).map(([key, zh]) => [key, { description: zh }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}
