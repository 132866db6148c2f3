import { enumOf } from '../../operation/enum.type.js';
import { courtLevels, lineageKinds } from './court.terms.js';
import { type PersonnelCategory, personnelCategories } from './personnel-category.terms.js';

export const CourtLevelEnum = enumOf('CourtLevel', 'Level of a court (法院层级).', courtLevels);

const categoryTerms = Object.fromEntries(Object.entries(personnelCategories).map(([code, { zh }]) => [code, zh]));
export const CourtPersonnelCategoryEnum = enumOf(
  'CourtPersonnelCategory',
  'Category of court personnel (法院人员类别), court side of row C04.',
  categoryTerms as Record<PersonnelCategory, string>,
);

export const LineageKindEnum = enumOf('LineageKind', 'What becomes of a court (法院沿革).', lineageKinds);
