import type { PeerRows, Row } from './peer-rows.js';

/** The hub's questions as a hand-written schema, without its enums: a peer is not made to check them. */
export const typeDefs = `
  type Query {
    lawyer(certificateNo: String!): Lawyer
    lawyersByCertificateNo(certificateNos: [String!]!): [Lawyer]!
    lawyers(filter: LawyerFilter!, first: Int!): LawyerConnection!
    lawFirms(filter: LawFirmFilter!, first: Int!): LawFirmConnection!
  }
  input LawyerFilter { namePrefix: String! }
  input LawFirmFilter { divisionCode: String! }
  type PageInfo { hasNextPage: Boolean! }
  type LawyerConnection { totalCount: Int! pageInfo: PageInfo! nodes: [Lawyer!]! }
  type LawFirmConnection { nodes: [LawFirm!]! }
  type Lawyer {
    fullName: String! certificateNo: String! licenceStatus: String category: String mobile: String officeAddress: String
    practisingFirm: LawFirm sanctions: [Sanction!]! licenceHistory: [LicenceEvent!]!
  }
  type LawFirm { name: String! unifiedSocialCreditCode: String! lawyers(first: Int!): LawyerConnection! }
  type Sanction { kind: String! decisionNo: String! effectiveOn: String! }
  type LicenceEvent { kind: String! effectiveOn: String! category: String decisionNo: String }
`;

/** One page; how many there are in all is read when it is asked for. */
export interface LawyerPage {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly count?: () => Promise<number>;
}

/** The root fields, the same for every peer. */
export const roots = (rows: PeerRows) => ({
  lawyer: async (certificateNo: string): Promise<Row | null> =>
    (await rows.lawyersByNumber([certificateNo]))[0] ?? null,
  lawyersByCertificateNo: (certificateNos: readonly string[]) => rows.lawyersByNumber(certificateNos),
  lawyers: async (namePrefix: string, first: number): Promise<LawyerPage> => {
    const found = await rows.search(namePrefix, first);
    return {
      nodes: found.slice(0, first),
      pageInfo: { hasNextPage: found.length > first },
      count: () => rows.count(namePrefix),
    };
  },
  lawFirms: async (divisionCode: string, first: number) => ({ nodes: await rows.firmsIn(divisionCode, first) }),
});

/** The same as resolvers of graphql-js, and the count of a page. */
export function rootResolvers(rows: PeerRows) {
  const root = roots(rows);
  const Query = {
    lawyer: (_: unknown, { certificateNo }: { certificateNo: string }) => root.lawyer(certificateNo),
    lawyersByCertificateNo: (_: unknown, { certificateNos }: { certificateNos: string[] }) =>
      root.lawyersByCertificateNo(certificateNos),
    lawyers: (_: unknown, { filter, first }: { filter: { namePrefix: string }; first: number }) =>
      root.lawyers(filter.namePrefix, first),
    lawFirms: (_: unknown, { filter, first }: { filter: { divisionCode: string }; first: number }) =>
      root.lawFirms(filter.divisionCode, first),
  };
  return { Query, LawyerConnection: { totalCount: (page: LawyerPage) => page.count?.() } };
}
