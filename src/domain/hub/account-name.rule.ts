import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';

const LONGEST = 255;

/** Names that stand for nobody in particular: those the hub gives to whoever has none, and what products come with. */
const SHARED = [
  'admin',
  'administrator',
  'anonymous',
  'default',
  'guest',
  'operator',
  'public',
  'root',
  'shared',
  'test',
  'unnamed',
  'user',
];

/** What an issuer names, to the letter: it is compared with tokens as it stands. Throws TEXT_INVALID. */
export function issuerText(text: string): string {
  if (plainText(text, LONGEST) !== text) throw new Refusal('TEXT_INVALID', [], { limit: LONGEST });
  return text;
}

/** The name of a client or account, to the letter; throws TEXT_INVALID, and ACCOUNT_SHARED for a default or shared one. */
export function ownName(text: string): string {
  if (SHARED.includes(issuerText(text).toLowerCase())) throw new Refusal('ACCOUNT_SHARED');
  return text;
}
