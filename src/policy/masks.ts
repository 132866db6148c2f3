import { sql } from 'drizzle-orm';
import type { Mask } from './record-policy.js';

/** A mobile as 138****1234, any other number as its last two digits (GB/T 35273-2020, display limits). */
export const maskPhone: Mask = (column) =>
  sql`case when ${column} ~ '^1[0-9]{10}$' then left(${column}, 3) || '****' || right(${column}, 4)
      when ${column} is not null then '****' || right(${column}, 2) end`;

/** An e-mail address as its first character and its domain. */
export const maskEmail: Mask = (column) => sql`left(${column}, 1) || '***' || substring(${column} from '@.*$')`;
