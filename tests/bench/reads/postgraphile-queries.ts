import type { Shape } from './shapes.js';

const COUNSEL = `fullName certificateNo licenceStatus category mobile officeAddress
  practisingFirm { name unifiedSocialCreditCode }
  sanctions: sanctionsList(orderBy: [DECIDED_ON_DESC, ROW_ID_ASC]) { kind decisionNo effectiveOn }`;

const byNumbers = (name: string) =>
  `query ${name}($asked: [String!]!) { lawyersByCertificateNo: lawyersByCertificateNoList(certificateNos: $asked) { ${COUNSEL} } }`;

/** The same questions in PostGraphile's words, answered under the hub's names. */
export const queries: Readonly<Record<Shape, string>> = {
  single: `query Single($asked: String!) { certificate: certificateByCertificateNo(certificateNo: $asked) { lawyer { ${COUNSEL} } } }`,
  hundred: byNumbers('Hundred'),
  thousand: byNumbers('Thousand'),
  search: `query Search($asked: String!) { lawyers: searchLawyers(namePrefix: $asked, orderBy: [PINYIN_ASC, ROW_ID_ASC], first: 50) {
    totalCount pageInfo { hasNextPage }
    nodes { fullName certificateNo licenceStatus category practisingFirm { name unifiedSocialCreditCode } } } }`,
  levels: `query Levels($asked: String!) { firms: allFirmsList(condition: { divisionCode: $asked }, orderBy: [NAME_ASC, ROW_ID_ASC], first: 10) {
    name unifiedSocialCreditCode lawyers: lawyersList(orderBy: [PINYIN_ASC, ROW_ID_ASC], first: 20) {
      fullName certificateNo licenceHistory: licenceHistoryList(orderBy: [EFFECTIVE_ON_ASC, POSITION_ASC]) { kind effectiveOn category decisionNo } } } }`,
};

/** Gives its answer the hub's wrapping: one lawyer is found through his certificate, lists are bare. */
export function unwrap(shape: Shape, data: Record<string, unknown>): unknown {
  if (shape === 'single') return { lawyer: (data.certificate as { lawyer: unknown } | null)?.lawyer ?? null };
  if (shape !== 'levels') return data;
  const firms = data.firms as { lawyers: unknown[] }[];
  return { lawFirms: { nodes: firms.map((firm) => ({ ...firm, lawyers: { nodes: firm.lawyers } })) } };
}
