import { type SQL, sql } from 'drizzle-orm';
import { textArray } from '../db/rows.js';
import type { Asker, Expression } from './record-policy.js';

/** A division lies in the area of the asker's unit. */
export const divisionInArea = ({ identity }: Asker, division: Expression): SQL =>
  sql`${division} = any(${textArray(identity.unit?.area ?? [])})`;

/** A court lies in the area of the asker's unit: itself or below it; for a bureau, in its divisions. */
export const courtInArea = ({ identity }: Asker, courtId: Expression): SQL =>
  sql`${courtId} = any(${`{${(identity.unit?.areaCourtIds ?? []).join(',')}}`}::uuid[])`;
