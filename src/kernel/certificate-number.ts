import type { Day } from './day.js';
import { isProvince } from './division.js';
import { Refusal } from './refusal.js';

/** STANDARD: the 17 digits of today. LEGACY: the 12 digits of older certificates, of which nothing is checked. */
export type CertificateNoForm = 'STANDARD' | 'LEGACY';

const STANDARD = /^1(\d{2})\d{2}(\d{4})\d{8}$/;
const LEGACY = /^\d{12}$/;
const FIRST_YEAR = 1979;

/**
 * A practising-certificate number (执业证号, legal-rules 8.1); throws CERTIFICATE_NO_INVALID. There is no check digit.
 * Sex and region are never read out of it: the one is nobody's business here, the other goes stale when a lawyer moves.
 */
export function parseCertificateNo(text: string, today: Day): { number: string; form: CertificateNoForm } {
  if (LEGACY.test(text)) return { number: text, form: 'LEGACY' };
  const parts = STANDARD.exec(text);
  const year = Number(parts?.[2]);
  if (!parts || !isProvince(parts[1] as string) || year < FIRST_YEAR || year > Number(today.slice(0, 4)))
    throw new Refusal('CERTIFICATE_NO_INVALID');
  return { number: text, form: 'STANDARD' };
}
