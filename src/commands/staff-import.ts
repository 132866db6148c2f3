import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { personaNamed } from '../../seeds/personas.js';
import { type Config, ConfigError } from '../config.js';
import { developmentIssuer } from '../identity/development-issuer.js';
import type { Purpose } from '../identity/purposes.js';
import { systemClock } from '../kernel/clock.js';
import { type ImportOutcome, importStaff, type Send, type Sent, UnreadableFile } from './staff-import-run.js';

const USAGE = 'lushu staff-import FILE.csv [--to GRAPHQL-URL] [--token-file FILE]';
const PURPOSE: Purpose = 'COURT_PERSONNEL';
const TRIES = 5;
const PUSH = `mutation($staff: [CourtStaffInput!]!) { recordCourtStaff(staff: $staff) {
  results { __typename ... on ItemRefused { code message path } } } }`;

/**
 * `lushu staff-import`: pushes a file of court staff to a running hub by the same mutation as a personnel system, with a
 * token of court personnel; prints each bad row with its code and path. A development hub needs neither address nor token.
 */
export async function staffImport(config: Config, args: readonly string[]): Promise<void> {
  const { file, to, token } = await optionsOf(config, args);
  const outcome = await importing(file, sendTo(to, token));
  console.log(`${outcome.rows} rows: ${outcome.recorded} recorded, ${outcome.bad} refused`);
  if (outcome.bad > 0) process.exitCode = 1;
}

async function importing(file: string, send: Send): Promise<ImportOutcome> {
  try {
    return await importStaff(readFileSync(file, 'utf8'), send, ({ line, code, path, message }) =>
      console.log(`line ${line}  ${code}  ${path}  ${message}`),
    );
  } catch (error) {
    throw error instanceof UnreadableFile ? new ConfigError(error.message) : error;
  }
}

async function optionsOf(config: Config, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' }, 'token-file': { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error('Name one file.');
    const to = values.to ?? (config.publicUrl && new URL('/graphql', config.publicUrl).toString());
    if (!to) throw new Error('--to is missing.');
    const tokenFile = values['token-file'];
    const token = tokenFile === undefined ? await trialToken(config) : readFileSync(tokenFile, 'utf8').trim();
    return { file, to, token };
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** The token of the trial's personnel department; only a development hub takes it. */
async function trialToken(config: Config): Promise<string> {
  const persona = personaNamed('personnel');
  if (config.mode === 'production' || config.issuers.length > 0 || !persona)
    throw new Error('--token-file is missing.');
  return (await developmentIssuer(config.dataDir, systemClock)).token(persona.claims);
}

/** Sends batches to a hub; what may be sent again is, by the same keys. */
export function sendTo(url: string, token: string): Send {
  return async (staff) => {
    for (let tries = 1; ; tries++) {
      const answer = await posted(url, token, staff);
      if (answer.results) return answer.results;
      if (!answer.mayTryAgain || tries === TRIES) throw new ConfigError(`The hub refused a batch: ${answer.why}`);
      await wait(1_000 * answer.afterSeconds);
    }
  };
}

interface Posted {
  readonly results?: readonly Sent[];
  readonly mayTryAgain: boolean;
  readonly afterSeconds: number;
  readonly why: string;
}

async function posted(url: string, token: string, staff: readonly object[]): Promise<Posted> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-lushu-purpose': PURPOSE };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: PUSH, variables: { staff } }),
  }).catch((error: Error) => error);
  if (response instanceof Error) return { mayTryAgain: true, afterSeconds: 1, why: response.message };
  const body = (await response.json().catch(() => ({}))) as Answered;
  const results = body.data?.recordCourtStaff?.results;
  if (results) return { results, mayTryAgain: false, afterSeconds: 0, why: '' };
  const [error] = body.errors ?? [];
  return {
    mayTryAgain: response.status === 429 || response.status === 503,
    afterSeconds: Number(response.headers.get('retry-after') ?? 1),
    why: error ? `${error.extensions?.code} ${error.message}` : `HTTP ${response.status}`,
  };
}

interface Answered {
  readonly data?: { readonly recordCourtStaff?: { readonly results: readonly Sent[] } | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
