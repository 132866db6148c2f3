import { Refusal } from './refusal.js';

/** A line of text, normalised (NFC) and trimmed: not empty, no control characters, at most `limit` characters; throws TEXT_INVALID. */
export function plainText(text: string, limit: number): string {
  const line = text.normalize('NFC').trim();
  if (line === '' || [...line].length > limit || /[\p{Cc}\p{Cs}]/u.test(line))
    throw new Refusal('TEXT_INVALID', [], { limit });
  return line;
}

/** Running text: line breaks and tabs are allowed, other control characters are not; throws TEXT_INVALID. */
export function longText(text: string, limit: number): string {
  const body = text.normalize('NFC').trim();
  if (body === '' || body.length > limit || /[^\P{Cc}\n\r\t]|\p{Cs}/u.test(body))
    throw new Refusal('TEXT_INVALID', [], { limit });
  return body;
}

/** Whether PostgreSQL can keep the text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
