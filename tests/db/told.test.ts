import { expect, it } from 'vitest';
import { summaryOf } from '../../src/db/told.js';

it.each([
  [
    'select "id", (select max("day") from "justice"."firm") from "justice"."lawyer" where "name" = $1',
    'SELECT justice.lawyer',
  ],
  ['insert into "audit"."audit_line" ("id", "note") values ($1, \' from hell \')', 'INSERT audit.audit_line'],
  ['UPDATE hub.receipt SET record_id = $1', 'UPDATE hub.receipt'],
  ['with "wanted" as (select 1 from a) select * from "wanted"', 'WITH wanted'],
  ["select 'it''s (from) a secret'", 'SELECT'],
  ['', 'UNKNOWN'],
])('%s is told as %s', (text, summary) => {
  expect(summaryOf(text)).toBe(summary);
});
