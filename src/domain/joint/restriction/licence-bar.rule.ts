import { type Family, type Inquiry, isCriminal } from './inquiry.rule.js';
import { suspensionsOn } from './licence-state.rule.js';
import type { ActInCase } from './question.terms.js';
import { criminalBar, missing } from './relative-of-accused.rule.js';
import { isDuring, standsOn } from './stretch.rule.js';
import type { Constraint } from './verdict.terms.js';

/**
 * D14 with 3.5 points 4 and 11: a revoked lawyer is neither agent nor defender, but guardian or near relative in civil
 * and administrative cases; a revoked notary is barred in criminal cases only.
 */
export const revokedCertificate: Family<ActInCase> = (inquiry) =>
  revocationsOf(inquiry).flatMap(({ certificate, facts }) => {
    const code = 'CERTIFICATE_REVOKED';
    if (isCriminal(inquiry)) {
      return criminalBar(inquiry, { code, isPermanent: true, norms: ['LL53-2', 'CPL33-3', 'CP40-2'], facts });
    }
    if (inquiry.tie !== 'NONE' || certificate === 'NOTARY') return [];
    const headline = certificate === 'LAWYER' ? 'PERMANENTLY_BARRED' : 'NEEDS_REVIEW';
    return inquiry.hit({ code, headline, norms: ['LL53-2'], facts });
  });

/** Revocations that stand, from the penalties and from the licence history. */
export function revocationsOf({ person, licence, on }: Inquiry): {
  readonly certificate: 'LAWYER' | 'NOTARY' | null;
  readonly facts: readonly string[];
}[] {
  const standing = person.revocations.filter(({ decidedOn, annulledOn }) => standsOn(decidedOn, annulledOn, on));
  return [
    ...standing.map(({ certificate, id }) => ({ certificate, facts: [id] })),
    ...(licence.status === 'REVOKED' ? [{ certificate: 'LAWYER' as const, facts: licence.facts }] : []),
  ];
}

/** D15, D16: suspended, or without a certificate that stands, nobody acts as a lawyer. */
export const licenceState: Family<ActInCase> = (inquiry) => {
  if (inquiry.question.capacity !== 'AS_LAWYER') return [];
  const { hit, licence } = inquiry;
  const { facts, status } = licence;
  const suspended = suspendedUntil(inquiry);
  switch (status) {
    case 'UNKNOWN':
    case 'PRACTISING':
    case 'SUSPENDED':
    case 'REVOKED':
      return suspended;
    default:
      return [
        ...suspended,
        ...hit({ code: 'NOT_LICENSED', headline: 'RESTRICTED_UNTIL', norms: ['LL13', 'LL9'], facts }),
      ];
  }
};

/** The suspensions of the day, with the last day the decision names (D15, D38). */
export function suspendedUntil({ hit, person, licence, on }: Inquiry): Constraint[] {
  const code = 'SUSPENDED' as const;
  const norms = ['LL47-51', 'AP73'] as const;
  const penalties = suspensionsOn(person, on);
  const known = penalties.flatMap(({ id, until }) =>
    hit({ code, headline: 'RESTRICTED_UNTIL', norms, until, facts: [id] }),
  );
  if (known.length > 0 || licence.status !== 'SUSPENDED') return known;
  const period = person.licences?.find((one) => one.status === 'SUSPENDED' && isDuring(one, on));
  return hit({ code, headline: 'RESTRICTED_UNTIL', norms, until: period?.until ?? null, facts: licence.facts });
}

/** D20: government-employed and in-house lawyers act for their own employer. */
export const employersLawyer: Family<ActInCase> = ({ question, licence, hit }) => {
  if (question.capacity !== 'AS_LAWYER' || licence.status !== 'PRACTISING') return [];
  if (licence.category === null) return hit({ ...missing('LICENCE_MISSING'), facts: licence.facts });
  if (!['GOVERNMENT', 'IN_HOUSE'].includes(licence.category) || question.partyIsEmployer === true) return [];
  return hit({ code: 'NOT_OF_THE_EMPLOYER', headline: 'NEEDS_REVIEW', norms: ['MO131'], facts: licence.facts });
};

/** D19: members of a standing committee of a people's congress do not litigate as lawyers while they are members. */
export const congressCommittee: Family<ActInCase> = ({ question, person, on, hit }) =>
  question.capacity !== 'AS_LAWYER'
    ? []
    : person.congressCommittee
        .filter((membership) => isDuring(membership, on))
        .flatMap(({ id, until }) =>
          hit({ code: 'CONGRESS_COMMITTEE', headline: 'RESTRICTED_UNTIL', norms: ['LL11-2'], until, facts: [id] }),
        );
