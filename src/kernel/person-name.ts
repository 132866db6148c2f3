import { Refusal } from './refusal.js';

const LIMIT = 50;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const BLANKS = /[ \u00a0\u3000]+/gu;
// bullet, hyphenation point, bullet operator, dot operator, katakana dots of both widths, araea
const MIDDLE_DOTS = / ?[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u318d] ?/gu;
const FULL_STOPS = /(?<=\p{Script=Han}) ?[.\uff0e] ?(?=\p{Script=Han})/gu;
const PADDING = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/**
 * A person's name (姓名) in the one form that is stored and compared: NFC, rare characters of every CJK plane kept, each
 * separator written `·`, the blanks that pad a short name (张 伟) dropped. Throws TEXT_INVALID; at most 50 characters.
 */
export function parsePersonName(text: string): string {
  const name = spellName(text);
  if (!/\p{L}/u.test(name) || FORBIDDEN.test(name) || [...name].length > LIMIT)
    throw new Refusal('TEXT_INVALID', [], { limit: LIMIT });
  return name;
}

/** The one spelling of a name or of its beginning; checks nothing. */
export function spellName(text: string): string {
  return text
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .replace(MIDDLE_DOTS, '·')
    .replace(FULL_STOPS, '·')
    .replace(PADDING, '')
    .replace(/^ | $/gu, '');
}
