const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const FORM = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{10}$`);

/** The 18th character of a unified social credit code (统一社会信用代码, GB 32100-2015), from the 17 before it. */
export function creditCodeCheck(first17: string): string {
  return ALPHABET[(31 - (weigh(first17, ALPHABET, WEIGHTS) % 31)) % 31] as string;
}

/** The ninth character of an organisation code (组织机构代码, GB 11714), from the eight before it. */
export function organisationCheck(first8: string): string {
  const remainder = 11 - (weigh(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  return remainder === 11 ? '0' : remainder === 10 ? 'X' : String(remainder);
}

/** Whether the text has the form of a credit code; some early real codes have no more than that. */
export const hasCreditCodeForm = (text: string): boolean => FORM.test(text);

/** Whether the text is a credit code: form and check character. The organisation's own check is left to the registrar. */
export function isCreditCode(text: string): boolean {
  return hasCreditCodeForm(text) && creditCodeCheck(text.slice(0, 17)) === text[17];
}

function weigh(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);
}
