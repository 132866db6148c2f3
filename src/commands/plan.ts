import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Persona, personaNamed, personas } from '../../seeds/personas.js';
import { explain } from '../api/explain/explain.js';
import { explainedPage } from '../api/explain/page.js';
import { documentJudge } from '../api/registered/judge.js';
import { servedSchema } from '../api/schema.js';
import { type Config, ConfigError } from '../config.js';
import type { Database } from '../db/handle.js';
import { unitDirectory } from '../domain/hub/index.js';
import { identify } from '../identity/asker.js';
import type { Credential } from '../identity/credential.js';
import { DEVELOPMENT_ISSUER } from '../identity/development-issuer.js';
import { roles } from '../identity/roles.js';
import { systemClock } from '../kernel/clock.js';
import type { CryptoProvider } from '../kernel/crypto.js';
import { Refusal } from '../kernel/refusal.js';
import { uuidv7 } from '../kernel/uuid.js';
import { Ask } from '../operation/ask.js';
import { gateFor } from '../operation/gate.js';
import { cryptoOf, databaseOf } from './open.js';
import { type Named, operationOf } from './plan-asked.js';
import { seedWhenEmpty } from './trial-data.js';

const USAGE =
  'npm run -s plan -- FILE.graphql --role ROLE|PERSONA [--variables FILE.json] [--operation NAME] [--analyze]';

/**
 * `lushu plan`: what an operation comes to for a role, asked as its persona of the seeds: the decisions, the statement of
 * the compiled read, and PostgreSQL's plan of it. Reads no record, unless `--analyze` lets PostgreSQL run the statement.
 */
export async function plan(config: Config, args: readonly string[]): Promise<void> {
  if (config.mode === 'production')
    throw new ConfigError('An operation is explained to a persona of the seeds, and production has none.');
  const given = optionsOf(args);
  const persona = personaOf(given.role);
  const schema = servedSchema();
  const asked = operationOf(schema, config, given);
  const database = await databaseOf(config);
  try {
    await database.migrate();
    const crypto = cryptoOf(config);
    await seedWhenEmpty(config, database, crypto, console.error);
    const ask = await askAs(persona, database, crypto, config);
    const explanation = await explain(schema, asked, ask);
    const { compiled } = explanation;
    const lines = compiled.why === undefined ? await planOfDatabase(database, compiled, given.analyze) : [];
    console.log(explainedPage(explanation, ask.identity, lines));
  } finally {
    await database.close();
  }
}

interface Given extends Named {
  readonly role: string;
  readonly analyze: boolean;
}

function optionsOf(args: readonly string[]): Given {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { role: text, variables: text, operation: text, analyze: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('Name one file with a GraphQL document.');
    if (values.role === undefined) throw new Error('--role is missing.');
    return {
      file,
      role: values.role,
      variables: values.variables,
      operation: values.operation,
      analyze: values.analyze,
    };
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** The persona of a name, or the first one of a role; null is the public. */
function personaOf(name: string): Persona | null {
  if (name === 'public') return null;
  const persona = personaNamed(name) ?? personas.find(({ claims }) => claims.role === name);
  if (persona) return persona;
  const { code, message, messageZh } = new Refusal('VALUE_UNKNOWN');
  throw new ConfigError(
    `${code} ${message} ${messageZh}\n--role: ${roles.join(' ')}, or a persona: ${personas.map((known) => known.name).join(' ')}`,
  );
}

/** The ask of a persona, made as the door makes it, without a token and without a line in the trail: no record is shown. */
async function askAs(
  persona: Persona | null,
  database: Database,
  crypto: CryptoProvider,
  { limits }: Config,
): Promise<Ask> {
  const credential = persona && credentialOf(persona);
  const stated = { role: persona?.claims.role ?? 'public', purpose: persona?.purpose, matter: undefined };
  const identity = await identify(credential, stated, unitDirectory(database, systemClock));
  const judgeDocument = documentJudge(servedSchema, limits.costLimit);
  const hub = { database, clock: systemClock, crypto, gate: gateFor(1), reactions: [], judgeDocument };
  const again = async () => Promise.reject(new Error('An explanation discloses nothing.'));
  return new Ask(hub, identity, uuidv7(), { epoch: 0, client: null, again });
}

const credentialOf = ({ claims }: Persona): Credential => ({
  issuer: DEVELOPMENT_ISSUER,
  institutions: ['COURT', 'JUSTICE', 'BAR', 'FIRM', 'LAWYER'],
  subject: claims.subject,
  clientId: claims.clientId,
  roles: [claims.role],
  unit: claims.unit ?? null,
  firm: claims.firm ?? null,
  lawyer: claims.lawyer ?? null,
  boundTo: null,
  keyId: null,
  expiresAt: systemClock.now(),
});

/** PostgreSQL's plan of a statement, line by line. */
async function planOfDatabase(
  database: Database,
  { text, params }: { readonly text: string; readonly params: readonly unknown[] },
  analyze: boolean,
): Promise<string[]> {
  const found = await database.prepared<Record<string, string>>({
    name: undefined,
    text: `explain ${analyze ? '(analyze, buffers) ' : ''}${text}`,
    params,
  });
  return found.map((row) => row['QUERY PLAN'] as string);
}
