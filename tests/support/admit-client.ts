import { sql } from 'drizzle-orm';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import type { TestHub } from './hub.js';

/** Registers and activates a client of an issuer with the rights of the trial client. */
export async function admitClient(hub: TestHub, issuer: string, clientId: string): Promise<void> {
  const changes = sql`jsonb_build_object('id', gen_random_uuid(), 'issuer', ${issuer}::text, 'client_id', ${clientId}::text)`;
  await hub.rows(sql`insert into hub.client select (jsonb_populate_record(client, ${changes})).* from hub.client
    where client_id = ${TRIAL_CLIENT}`);
}
