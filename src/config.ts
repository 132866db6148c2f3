import { join } from 'node:path';

/** Development from a checkout; production refuses everything that is meant for trial. */
export type Mode = 'development' | 'production';

/** Every setting of the hub. Listed with defaults in README. */
export interface Config {
  readonly mode: Mode;
  /** PostgreSQL; without it the embedded database is opened in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Issuer of the tokens; without one the development issuer signs. */
  readonly issuer: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string } | undefined;
  /** Keys of the software cipher machine, hex; without them development keys are made in `dataDir`. */
  readonly keys: { readonly hashKey: Buffer; readonly cipherKey: Buffer; readonly macKey: Buffer } | undefined;
  /** Serve each subgraph at /subgraphs/<name> to the gateway identity. */
  readonly subgraphs: boolean;
  readonly logLevel: string;
}

/** A setting is missing, contradicts another, or is not fit for production. The message names the variable. */
export class ConfigError extends Error {}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Reads and checks the environment; throws ConfigError. The only reader of process.env. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const mode = oneOf(env, 'LUSHU_MODE', ['development', 'production'], 'development') as Mode;
  const config: Config = {
    mode,
    databaseUrl: text(env, 'DATABASE_URL'),
    databaseConnections: whole(env, 'LUSHU_DATABASE_CONNECTIONS', 10, 1, 200),
    port: whole(env, 'PORT', 4000, 0, 65_535),
    host: text(env, 'LUSHU_HOST') ?? '127.0.0.1',
    dataDir: text(env, 'LUSHU_DATA_DIR') ?? join(process.cwd(), '.lushu'),
    issuer: issuerOf(env),
    keys: keysOf(env),
    subgraphs: oneOf(env, 'LUSHU_SUBGRAPHS', ['on', 'off'], 'off') === 'on',
    logLevel: oneOf(env, 'LUSHU_LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (text(env, 'LUSHU_MODE') === undefined && !isLoopback(config.host))
    throw new ConfigError(
      'LUSHU_HOST opens the hub to other machines: set LUSHU_MODE too. In development anyone who reaches it can be any persona.',
    );
  if (config.databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(config.databaseUrl))
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://.');
  if (mode === 'production') fitForProduction(config);
  return config;
}

function fitForProduction({ databaseUrl, issuer, keys }: Config): void {
  if (databaseUrl === undefined)
    throw new ConfigError(
      'Production needs DATABASE_URL: the embedded database is for trial and tests (one connection, and it does not survive a power cut).',
    );
  if (issuer === undefined)
    throw new ConfigError(
      'Production needs LUSHU_ISSUER, LUSHU_AUDIENCE and LUSHU_JWKS_URL: it does not believe the development issuer.',
    );
  if (issuer.issuer.startsWith('urn:lushu:development'))
    throw new ConfigError('LUSHU_ISSUER names the development issuer, which production does not believe.');
  if (keys === undefined)
    throw new ConfigError(
      'Production needs LUSHU_HASH_KEY, LUSHU_CIPHER_KEY and LUSHU_MAC_KEY: there are no default keys.',
    );
}

function issuerOf(env: NodeJS.ProcessEnv): Config['issuer'] {
  const [issuer, audience, jwksUrl] = ['LUSHU_ISSUER', 'LUSHU_AUDIENCE', 'LUSHU_JWKS_URL'].map((name) =>
    text(env, name),
  );
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return undefined;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined)
    throw new ConfigError('LUSHU_ISSUER, LUSHU_AUDIENCE and LUSHU_JWKS_URL go together.');
  if (!URL.canParse(jwksUrl)) throw new ConfigError('LUSHU_JWKS_URL is not an address.');
  return { issuer, audience, jwksUrl };
}

function keysOf(env: NodeJS.ProcessEnv): Config['keys'] {
  const sizes = { LUSHU_HASH_KEY: 32, LUSHU_CIPHER_KEY: 16, LUSHU_MAC_KEY: 32 } as const;
  const given = Object.keys(sizes).filter((name) => text(env, name) !== undefined);
  if (given.length === 0) return undefined;
  const read = (name: keyof typeof sizes) => {
    const hex = text(env, name) ?? '';
    if (!new RegExp(`^[0-9a-fA-F]{${sizes[name] * 2}}$`).test(hex))
      throw new ConfigError(`${name} must be ${sizes[name]} bytes in hex.`);
    if (isNoSecret(hex))
      throw new ConfigError(`${name} repeats one byte, counts, or is a published sample; make a random key.`);
    return Buffer.from(hex, 'hex');
  };
  if (text(env, 'LUSHU_HASH_KEY') === text(env, 'LUSHU_MAC_KEY'))
    throw new ConfigError('LUSHU_HASH_KEY and LUSHU_MAC_KEY must be different keys.');
  return { hashKey: read('LUSHU_HASH_KEY'), cipherKey: read('LUSHU_CIPHER_KEY'), macKey: read('LUSHU_MAC_KEY') };
}

/** Keys that everybody knows: one byte repeated, bytes that count, the sample key of GB/T 32907. */
function isNoSecret(hex: string): boolean {
  const bytes = Buffer.from(hex, 'hex');
  const goesBy = (step: number) =>
    bytes.every((byte, i) => i === 0 || byte === (((bytes[i - 1] as number) + step) & 0xff));
  return [0, 1, -1].some(goesBy) || hex.toLowerCase() === '0123456789abcdeffedcba9876543210';
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

const text = (env: NodeJS.ProcessEnv, name: string) =>
  env[name] === undefined || env[name] === '' ? undefined : env[name];

function oneOf(env: NodeJS.ProcessEnv, name: string, values: readonly string[], otherwise: string): string {
  const value = text(env, name) ?? otherwise;
  if (!values.includes(value)) throw new ConfigError(`${name} must be one of ${values.join(', ')}.`);
  return value;
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const value = text(env, name);
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  return number;
}
