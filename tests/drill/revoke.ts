import { setTimeout as sleep } from 'node:timers/promises';
import { type Persona, personaNamed } from '../../seeds/personas.js';
import { developmentIssuer } from '../../src/identity/development-issuer.js';
import { systemClock } from '../../src/kernel/clock.js';
import { bodyOf } from '../bench/client.js';
import { serve } from '../bench/hub-process.js';
import type { Options, Report } from '../bench/report.js';
import { textClient, withScratch } from '../bench/scratch.js';
import { Asking } from './revoke-asking.js';

const CLIENT = 'lushu-drill';
const NODES = 2;
/** Rights are what is tried here, not limits. */
const settings = { LUSHU_RATE_PER_SECOND: '1000000', LUSHU_RATE_BURST: '1000000', LUSHU_OPERATIONS_AT_ONCE: '1000' };

/** The line that would show an answer or a record under a right that was taken away before. */
const LATE = `select count(*)::int as late from audit.audit_line line
  where client_id = $1 and (outcome = 'ANSWERED' or records <> '{}') and epoch >= $2`;

/**
 * Two hubs on one database answer a client as fast as it asks, over many connections; an administrator disables the
 * client at one of them, or the account. Measured from the administrator's answer to the last answer under the old
 * right: none may have a line of the epoch after the change, and what still arrives was on its way already.
 */
export function revoke({ trials = 100, connections = 12 }: Options): Promise<Report> {
  return withScratch('revoke', async (scratch) => {
    const nodes = [await serve(scratch, settings), await serve(scratch, settings)];
    const database = await textClient(scratch.databaseUrl);
    try {
      const [row] = (
        await database.query<{ id: string }>(
          `insert into hub.client select (jsonb_populate_record(client, jsonb_build_object('id', gen_random_uuid(), 'client_id', $1::text))).*
            from hub.client where client_id = 'lushu-trial' returning id`,
          [CLIENT],
        )
      ).rows;
      const issuer = await developmentIssuer(scratch.folder, systemClock);
      const tokenOf = ({ claims }: Persona, clientId = claims.clientId) => issuer.token({ ...claims, clientId });
      const filing = known('filing');
      const asking = new Asking(
        Array.from({ length: connections }, (_, i) => nodes[i % NODES]?.url as string),
        await tokenOf(filing, CLIENT),
        filing.purpose,
      );
      const administrator = async (name: string) => {
        const persona = known(name);
        return new Asking([nodes[0]?.url as string], await tokenOf(persona), persona.purpose);
      };
      const [department, court] = [await administrator('security'), await administrator('security@court')];
      const { subject } = filing.claims;
      const moves = [
        {
          by: department,
          away: bodyOf('mutation($id: ID!) { disableClient(id: $id, reason: "drill") { id } }', { id: row?.id }),
          back: () => bodyOf('mutation($id: ID!) { activateClient(id: $id) { id } }', { id: row?.id }),
        },
        {
          by: court,
          away: bodyOf(
            'mutation($issuer: String!, $subject: String!) { disableAccount(issuer: $issuer, subject: $subject, reason: "drill") { id } }',
            { issuer: issuer.trusted.issuer, subject },
          ),
          back: (answer: string) =>
            bodyOf('mutation($id: ID!) { restoreAccount(id: $id) { id } }', {
              id: JSON.parse(answer).data.disableAccount.id,
            }),
        },
      ];

      const lateMs: number[] = [];
      const counts = { trials: 0, answers: 0, refused: 0, late: 0 };
      for (let trial = 0; trial < trials; trial++) {
        const { by, away, back } = moves[trial % moves.length] as (typeof moves)[number];
        const run = asking.begin();
        await run.all('answered');
        await sleep(trial % 17);
        const answer = await by.answer(away);
        const gone = performance.now();
        const { rows } = await database.query<{ epoch: string }>('select epoch from audit.policy_epoch');
        await run.all('refused');
        const { answered, refused, lastAnswerAt } = await run.end();
        const { rows: found } = await database.query<{ late: string }>(LATE, [CLIENT, rows[0]?.epoch]);
        counts.trials += 1;
        counts.answers += answered;
        counts.refused += refused;
        counts.late += Number(found[0]?.late);
        lateMs.push(Math.max(0, lastAnswerAt - gone));
        await by.answer(back(answer));
      }
      if (counts.late > 0)
        throw new Error(`${counts.late} answers were given under a right that was taken away before`);
      lateMs.sort((a, b) => a - b);
      const at = (share: number) => lateMs[Math.min(lateMs.length - 1, Math.floor(lateMs.length * share))] as number;
      return { name: 'revoke', ratios: {}, counts, figures: { p50Ms: at(0.5), p99Ms: at(0.99) } };
    } finally {
      await database.end();
      await Promise.all(nodes.map((node) => node.close()));
    }
  });
}

function known(name: string): Persona {
  const persona = personaNamed(name);
  if (!persona) throw new Error(`There is no persona ${name}`);
  return persona;
}
