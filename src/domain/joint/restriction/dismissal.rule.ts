import { lastService } from './career.rule.js';
import { type Family, type Inquiry, isCriminal, wasOfficer } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import { isOfficer } from './post.rule.js';
import type { ActInCase } from './question.terms.js';
import { criminalBar } from './relative-of-accused.rule.js';
import type { Organ } from './service.terms.js';
import { standsOn } from './stretch.rule.js';
import type { Constraint } from './verdict.terms.js';

/** A dismissal from public office (开除公职) that stands on the day. */
export interface Dismissal {
  /** Null for an organ other than court, procuratorate and supervision. */
  readonly organ: Organ | null;
  /** Judge, prosecutor or supervision officer when dismissed; null when not known. */
  readonly isOfficer: boolean | null;
  /** Judge or prosecutor earlier, and dismissed as something else (3.5 point 5); null when not known. */
  readonly wasOfficer: boolean | null;
  readonly civilServant: boolean | null;
  readonly facts: readonly string[];
}

/** The dismissals that stand. Findings after retirement, resignation or death are none (政务处分法 27, E30). */
export function dismissalsOf({ career, person, on }: Inquiry): Dismissal[] {
  const before = career.leavings.flatMap(({ services }) => services);
  const earlier = career.leavings.length === 0 ? false : wasOfficer(before);
  return [
    ...career.leavings
      .filter(({ departure }) => departure?.type === 'DISMISSED')
      .map(({ organ, services, civilServant, facts }) => {
        const last = lastService(services);
        const officer = last ? (last.category === null ? null : isOfficer(last)) : null;
        return { organ, isOfficer: officer, wasOfficer: officer ? false : earlier, civilServant, facts };
      }),
    ...person.publicPosts
      .filter(({ leftBy, until, annulledOn }) => leftBy === 'DISMISSED' && until && standsOn(until, annulledOn, on))
      .map(({ id, civilServant }) => ({
        organ: null,
        isOfficer: false,
        wasOfficer: earlier,
        civilServant,
        facts: [id],
      })),
  ];
}

const ofOffice: { readonly [O in Organ]: NormCode } = {
  COURT: 'JL36-3',
  PROCURATORATE: 'PL37-3',
  SUPERVISION: 'SL49-3',
};

/**
 * D11 to D13: a dismissed judge, prosecutor or supervision officer is neither agent nor defender; anybody dismissed from
 * public office is not in a criminal case. Guardians and near relatives are free in civil and administrative cases.
 */
export const dismissal: Family<ActInCase> = (inquiry) =>
  dismissalsOf(inquiry).flatMap((one) => [...ofOfficer(inquiry, one), ...ofPublicOffice(inquiry, one)]);

function ofOfficer(inquiry: Inquiry<ActInCase>, dismissed: Dismissal): Constraint[] {
  const { hit, decide, tie } = inquiry;
  const { organ, isOfficer, wasOfficer: earlier, facts } = dismissed;
  if (tie !== 'NONE') return [];
  const norms: NormCode[] = [organ ? ofOffice[organ] : 'JL36-3'];
  if (isOfficer && organ) return hit({ code: 'DISMISSED_JUDGE', headline: 'PERMANENTLY_BARRED', norms, facts });
  if (isOfficer === null || earlier === null)
    return hit({ code: 'POST_MISSING', headline: 'NEEDS_REVIEW', norms, facts });
  if (!earlier) return [];
  const openPoint = 'dismissedElsewhere' as const;
  return hit({ code: 'DISMISSED_JUDGE', headline: decide(openPoint, 'PERMANENTLY_BARRED'), norms, facts, openPoint });
}

function ofPublicOffice(inquiry: Inquiry<ActInCase>, { organ, facts }: Dismissal): Constraint[] {
  const code = 'DISMISSED_FROM_OFFICE';
  if (isCriminal(inquiry)) {
    return criminalBar(inquiry, { code, isPermanent: true, norms: ['CPL33-3', 'CP40-2'], facts });
  }
  if (inquiry.tie !== 'NONE' || organ === null) return [];
  return inquiry.hit({ code, headline: 'NEEDS_REVIEW', norms: ['JL36-3'], facts });
}
