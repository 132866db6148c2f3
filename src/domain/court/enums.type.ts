import { registerEnumType } from 'type-graphql';
import { courtLevels } from './court.terms.js';
import { type PersonnelCategory, personnelCategories } from './personnel-category.terms.js';

type Terms = Readonly<Record<string, string>>;

/** Declares a GraphQL enum whose values are the keys of a table of Chinese terms. */
function enumOf<T extends Terms>(name: string, description: string, terms: T): { [K in keyof T]: K } {
  const values = Object.fromEntries(Object.keys(terms).map((key) => [key, key])) as { [K in keyof T]: K };
  const valuesConfig = Object.fromEntries(Object.entries(terms).map(([key, zh]) => [key, { description: zh }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

export const CourtLevelEnum = enumOf('CourtLevel', 'Level of a court (法院层级).', courtLevels);

const categoryTerms = Object.fromEntries(Object.entries(personnelCategories).map(([code, { zh }]) => [code, zh]));
export const CourtPersonnelCategoryEnum = enumOf(
  'CourtPersonnelCategory',
  'Category of court personnel (法院人员类别), court side of row C04.',
  categoryTerms as Record<PersonnelCategory, string>,
);
