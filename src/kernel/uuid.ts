import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(10 * 256);
let used = pool.length;
let lastMillis = 0;
let sequence = 0;

/** A version 7 UUID (RFC 9562): milliseconds, a 12-bit counter within the millisecond, 62 random bits. */
export function uuidv7(millis: number = Date.now()): string {
  if (millis > lastMillis) {
    lastMillis = millis;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastMillis.toString(16).padStart(12, '0');
  const random = Buffer.from(pool.buffer, used, 8);
  used += 8;
  const tail = random.toString('hex');
  const variant = ((random[0] as number) & 0x3f) | 0x80;
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant.toString(16)}${tail.slice(2, 4)}-${tail.slice(4)}`;
}

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID; what has not cannot name a record. */
export const isUuid = (text: string): boolean => FORM.test(text);
