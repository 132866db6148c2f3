import type { Subgraph } from '../../operation/subgraph.js';
import { firmsByIds } from './firm.store.js';
import { LawyerResolver } from './lawyer.resolver.js';
import { lawyersByCertificateNo, lawyersByIds } from './lawyer.store.js';

/** The justice department's part of the graph, and what joint and hub may use of it. */
export const justiceSubgraph: Subgraph = {
  name: 'justice',
  resolvers: [LawyerResolver],
  references: { Lawyer: { id: lawyersByIds, certificateNo: lawyersByCertificateNo }, LawFirm: { id: firmsByIds } },
};
export { LicenceStatusEnum } from './enums.type.js';
export type { LicenceStatus } from './licence.terms.js';
