import { enumOf } from '../../operation/enum.type.js';
import { courtLevels, lineageKinds } from './court.terms.js';
import { caseStages, panelRoles, procedures } from './court-case.terms.js';
import { relationKinds } from './kinship.terms.js';
import { type PersonnelCategory, personnelCategories } from './personnel-category.terms.js';
import { agentCategories, capacities, endReasons, partySides } from './representation.terms.js';

export const CourtLevelEnum = enumOf('CourtLevel', 'Level of a court (法院层级).', courtLevels);

const categoryTerms = Object.fromEntries(Object.entries(personnelCategories).map(([code, { zh }]) => [code, zh]));
export const CourtPersonnelCategoryEnum = enumOf(
  'CourtPersonnelCategory',
  'Category of court personnel (法院人员类别), court side of row C04.',
  categoryTerms as Record<PersonnelCategory, string>,
);

export const ProcedureEnum = enumOf('Procedure', 'Kind of procedure (案件类型).', procedures);
export const CaseStageEnum = enumOf('CaseStage', 'Stage of a case (审理阶段).', caseStages);
export const PanelRoleEnum = enumOf('PanelRole', 'What somebody is in a case (审判组织成员及辅助人员).', panelRoles);
export const PartySideEnum = enumOf('PartySide', 'The side that counsel stands on (当事人地位).', partySides);
export const CapacityEnum = enumOf('Capacity', 'In what capacity counsel acts (代理身份).', capacities);
export const AgentCategoryEnum = enumOf('AgentCategory', 'Category of counsel (代理类别).', agentCategories);
export const PartyRelationEnum = enumOf(
  'PartyRelation',
  'What counsel is to the party (与当事人的关系).',
  relationKinds,
);
export const RepresentationEndEnum = enumOf('RepresentationEnd', 'Why a representation ended (终止原因).', endReasons);
const { CASE_CLOSED: _withTheCase, ...endings } = endReasons;
export const RepresentationEndingEnum = enumOf(
  'RepresentationEnding',
  'Why a representation is ended before its case (终止原因).',
  endings,
);
export const LineageKindEnum = enumOf('LineageKind', 'What becomes of a court (法院沿革).', lineageKinds);
