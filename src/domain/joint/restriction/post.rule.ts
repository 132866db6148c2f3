import { type LeadingPost, leadingPosts, type Service, type StaffCategory, type Tenure } from './service.terms.js';

/** What a service amounts to under the norms: strongest first. */
export const posts = ['IN_POST', 'UNKNOWN', 'CONTRACT', 'ASSESSOR', 'SECONDED', 'REHIRED'] as const;
export type Post = (typeof posts)[number];

const judges: readonly (StaffCategory | null)[] = ['JUDGE', 'ACTING_JUDGE'];
const officers: readonly (StaffCategory | null)[] = [...judges, 'PROSECUTOR', 'SUPERVISION_OFFICER'];
const postOfTenure: { readonly [T in Tenure]: Post } = {
  TENURED: 'IN_POST',
  APPOINTED: 'IN_POST',
  PUBLIC_INSTITUTION: 'IN_POST',
  CONTRACT: 'CONTRACT',
  DISPATCHED: 'CONTRACT',
  SECONDED: 'SECONDED',
  REHIRED: 'REHIRED',
  LAY: 'ASSESSOR',
};

/** Whether a service is in post (在编, 2011 rules art. 13); out of post without a tenure it may be a secondment as well. */
export function postOf(service: Service): Post {
  const { category, tenure, inPost, civilServant } = service;
  if (tenure === 'SECONDED' || tenure === 'REHIRED') return tenure;
  if (category === 'PEOPLES_ASSESSOR' || tenure === 'LAY') return 'ASSESSOR';
  if (inPost === true || civilServant === true || officers.includes(category)) return 'IN_POST';
  if (tenure === null) return 'UNKNOWN';
  return inPost === false ? 'CONTRACT' : postOfTenure[tenure];
}

/** The strongest post of several services; a departure without a service tells of no post. */
export function strongestPost(services: readonly Service[]): Post {
  const found = services.map(postOf);
  return posts.find((post) => found.includes(post)) ?? 'UNKNOWN';
}

/** Civil-servant status (公务员身份) of a service; null when not known. 聘任制 civil servants are, 聘用制 staff are not. */
export function isCivilServant({ civilServant, tenure, category }: Service): boolean | null {
  if (civilServant !== null) return civilServant;
  if (tenure === 'TENURED' || tenure === 'APPOINTED' || officers.includes(category)) return true;
  return tenure === null ? null : false;
}

/** Judge (法官), with the old 助理审判员 (3.5 point 15). */
export const isJudge = ({ organ, category }: Service): boolean => organ === 'COURT' && judges.includes(category);

/** Judge, prosecutor or supervision officer: those whom the laws of their office bind, not the opinions only. */
export const isOfficer = ({ category }: Service): boolean => officers.includes(category);

/** Whether a leading post is of county or division level or above (县处级以上领导职务, 公务员法 107); null when not known. */
export function leadsAtCountyLevel(post: LeadingPost | null): boolean | null {
  if (post === null) return null;
  const ladder = Object.keys(leadingPosts);
  return ladder.indexOf(post) <= ladder.indexOf('COUNTY');
}
