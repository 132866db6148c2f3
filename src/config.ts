// Long because every setting of the environment is read here and nowhere else.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { isIssuer, issuerList, isTrustworthyAddress } from './identity/issuer-settings.js';
import { type IssuerSettings, issuerForAll } from './identity/issuers.js';
import { signingKeys } from './identity/signing-keys.js';
import { defaultLimits, type Limits } from './kernel/limits.js';

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
  /** Addresses and networks (CIDR) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  /** Issuers whose tokens are believed; without one the development issuer signs. */
  readonly issuers: readonly IssuerSettings[];
  /** By how much the clocks of issuers may differ from ours. */
  readonly clockSkewSeconds: number;
  /** Where the hub is reached from outside, without a path: the name of its own issuer. */
  readonly publicUrl: string | undefined;
  /** The same for its mutual TLS address. */
  readonly tlsPublicUrl: string | undefined;
  /** Keys of the hub's own issuer; without them development makes one in `dataDir`, and production has no token endpoint. */
  readonly signingKeys: ReturnType<typeof signingKeys> | undefined;
  /** The mutual TLS address; none without a port. */
  readonly tls: TlsFiles | undefined;
  /** Keys of the software cipher machine, hex; without them development keys are made in `dataDir`. */
  readonly keys: { readonly hashKey: Buffer; readonly cipherKey: Buffer; readonly macKey: Buffer } | undefined;
  /** Serve each subgraph at /subgraphs/<name> to the gateway identity. */
  readonly subgraphs: boolean;
  /** Answer queries by one statement where they can be compiled. */
  readonly compiled: boolean;
  readonly logLevel: string;
  readonly limits: Limits;
  /** Where Prometheus reads the metrics; none without a port. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Base address of an OpenTelemetry collector (OTLP over HTTP); none, no traces. */
  readonly otlpEndpoint: string | undefined;
  /** So long the hub still answers as usual after it was told to stop, no longer ready. */
  readonly drainSeconds: number;
  /** So long answers in flight may take after that. */
  readonly stopSeconds: number;
}

/** Port and PEM files of the mutual TLS address. */
export interface TlsFiles {
  readonly port: number;
  readonly certFile: string;
  readonly keyFile: string;
  /** Authorities whose client certificates count. */
  readonly clientCaFile: string;
  /** What they have revoked; when given, every one of them needs a list that is not out of date. */
  readonly clientCrlFile?: string | undefined;
}

/** A setting is missing, contradicts another, or is not fit for production. The message names the variable. */
export class ConfigError extends Error {}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** Reads and checks the environment; throws ConfigError. The only reader of process.env. */
export function readConfig(given: NodeJS.ProcessEnv = process.env): Config {
  const env = withSecrets(given);
  const mode = oneOf(env, 'LUSHU_MODE', ['development', 'production'], 'development') as Mode;
  const config: Config = {
    mode,
    databaseUrl: text(env, 'DATABASE_URL'),
    databaseConnections: whole(env, 'LUSHU_DATABASE_CONNECTIONS', 10, 1, 200),
    port: whole(env, 'PORT', 4000, 0, 65_535),
    host: text(env, 'LUSHU_HOST') ?? '127.0.0.1',
    trustedProxies: trustedProxiesOf(env),
    dataDir: text(env, 'LUSHU_DATA_DIR') ?? join(process.cwd(), '.lushu'),
    issuers: issuersOf(env, mode),
    clockSkewSeconds: whole(env, 'LUSHU_CLOCK_SKEW_SECONDS', 30, 0, 300),
    publicUrl: publicUrlOf(env, 'LUSHU_PUBLIC_URL', mode),
    tlsPublicUrl: publicUrlOf(env, 'LUSHU_TLS_PUBLIC_URL', mode),
    signingKeys: signingKeysOf(env),
    tls: tlsOf(env),
    keys: keysOf(env),
    subgraphs: oneOf(env, 'LUSHU_SUBGRAPHS', ['on', 'off'], 'off') === 'on',
    compiled: oneOf(env, 'LUSHU_COMPILED', ['on', 'off'], 'on') === 'on',
    logLevel: oneOf(env, 'LUSHU_LOG_LEVEL', LOG_LEVELS, 'info'),
    limits: limitsOf(env),
    metrics: metricsOf(env),
    otlpEndpoint: otlpEndpointOf(env),
    drainSeconds: whole(env, 'LUSHU_DRAIN_SECONDS', 0, 0, 300),
    stopSeconds: whole(env, 'LUSHU_STOP_SECONDS', 25, 0, 600),
  };
  if (text(env, 'LUSHU_MODE') === undefined && !isLoopback(config.host))
    throw new ConfigError(
      'LUSHU_HOST opens the hub to other machines: set LUSHU_MODE too. In development anyone who reaches it can be any persona.',
    );
  if (config.databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(config.databaseUrl))
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://.');
  if (config.publicUrl !== undefined && config.issuers.some(({ issuer }) => issuer === config.publicUrl))
    throw new ConfigError("LUSHU_PUBLIC_URL is the name of the hub's own issuer, and no other may have it.");
  if (mode === 'production') fitForProduction(config);
  return config;
}

function fitForProduction({ databaseUrl, issuers, keys, signingKeys, publicUrl }: Config): void {
  if (databaseUrl === undefined)
    throw new ConfigError(
      'Production needs DATABASE_URL: the embedded database is for trial and tests (one connection, and it does not survive a power cut).',
    );
  if (issuers.length === 0)
    throw new ConfigError(
      'Production needs LUSHU_ISSUER and LUSHU_AUDIENCE, or LUSHU_ISSUERS_FILE: it does not believe the development issuer.',
    );
  if (keys === undefined)
    throw new ConfigError(
      'Production needs LUSHU_HASH_KEY, LUSHU_CIPHER_KEY and LUSHU_MAC_KEY: there are no default keys.',
    );
  if (signingKeys !== undefined && publicUrl === undefined)
    throw new ConfigError('LUSHU_SIGNING_KEY_FILE needs LUSHU_PUBLIC_URL: the tokens it signs name their issuer.');
}

/** Only an origin: the documents of an issuer with a path are looked for elsewhere (RFC 8414, 3.1). */
function publicUrlOf(env: NodeJS.ProcessEnv, name: string, mode: Mode): string | undefined {
  const url = text(env, name);
  if (url !== undefined && !(isIssuer(url, mode === 'development') && new URL(url).origin === url))
    throw new ConfigError(`${name} must be ${ADDRESS_WANTED}, without a path or a slash at the end.`);
  return url;
}

function signingKeysOf(env: NodeJS.ProcessEnv): Config['signingKeys'] {
  const file = text(env, 'LUSHU_SIGNING_KEY_FILE');
  if (file === undefined) return undefined;
  try {
    return signingKeys(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // what JSON.parse says quotes the file, which is secret
    const sentence = error instanceof SyntaxError ? 'is not JSON.' : (error as Error).message;
    throw new ConfigError(`LUSHU_SIGNING_KEY_FILE (${file}) ${sentence}`);
  }
}

function tlsOf(env: NodeJS.ProcessEnv): TlsFiles | undefined {
  const names = ['LUSHU_TLS_CERT_FILE', 'LUSHU_TLS_KEY_FILE', 'LUSHU_TLS_CLIENT_CA_FILE'];
  const [certFile, keyFile, clientCaFile] = names.map((name) => text(env, name));
  const clientCrlFile = text(env, 'LUSHU_TLS_CLIENT_CRL_FILE');
  const isOff = [text(env, 'LUSHU_TLS_PORT'), certFile, keyFile, clientCaFile, clientCrlFile].every(
    (value) => value === undefined,
  );
  if (isOff) return undefined;
  if (text(env, 'LUSHU_TLS_PORT') === undefined || !certFile || !keyFile || !clientCaFile)
    throw new ConfigError(`LUSHU_TLS_PORT, ${names.join(', ')} go together; LUSHU_TLS_CLIENT_CRL_FILE needs them.`);
  return { port: whole(env, 'LUSHU_TLS_PORT', 0, 0, 65_535), certFile, keyFile, clientCaFile, clientCrlFile };
}

/** A network of everybody is refused: whoever asks could then say by himself where he asks from. */
function trustedProxiesOf(env: NodeJS.ProcessEnv): readonly string[] {
  const proxies = (text(env, 'LUSHU_TRUSTED_PROXIES') ?? '').split(',').flatMap((one) => one.trim() || []);
  const isNetwork = (one: string) => {
    const [address = '', bits, ...others] = one.split('/');
    const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0;
    return (
      others.length === 0 &&
      most > 0 &&
      !address.includes('%') &&
      (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && +bits <= most))
    );
  };
  if (!proxies.every(isNetwork))
    throw new ConfigError(
      'LUSHU_TRUSTED_PROXIES must be addresses or networks (10.0.0.0/24), with commas between them.',
    );
  return proxies;
}

function metricsOf(env: NodeJS.ProcessEnv): Config['metrics'] {
  if (text(env, 'LUSHU_METRICS_PORT') === undefined) return undefined;
  const port = whole(env, 'LUSHU_METRICS_PORT', 0, 0, 65_535);
  return { port, host: text(env, 'LUSHU_METRICS_HOST') ?? '127.0.0.1' };
}

/** Our own variable, or the standard's. */
function otlpEndpointOf(env: NodeJS.ProcessEnv): string | undefined {
  const name = text(env, 'LUSHU_OTLP_ENDPOINT') === undefined ? 'OTEL_EXPORTER_OTLP_ENDPOINT' : 'LUSHU_OTLP_ENDPOINT';
  const endpoint = text(env, name);
  if (endpoint !== undefined && !/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    throw new ConfigError(`${name} must be an http or https address.`);
  return endpoint;
}

/** One issuer for everybody by three variables, or several by a file; in development their addresses may be http on this machine. */
function issuersOf(env: NodeJS.ProcessEnv, mode: Mode): readonly IssuerSettings[] {
  const file = text(env, 'LUSHU_ISSUERS_FILE');
  const [issuer, audience, jwksUrl] = ['LUSHU_ISSUER', 'LUSHU_AUDIENCE', 'LUSHU_JWKS_URL'].map((name) =>
    text(env, name),
  );
  const isShort = [issuer, audience, jwksUrl].some((value) => value !== undefined);
  if (file !== undefined && isShort)
    throw new ConfigError(
      'LUSHU_ISSUERS_FILE names all issuers: leave LUSHU_ISSUER, LUSHU_AUDIENCE, LUSHU_JWKS_URL out.',
    );
  const plain = mode === 'development';
  if (file !== undefined) return issuersIn(file, plain);
  if (!isShort) return [];
  if (issuer === undefined || audience === undefined)
    throw new ConfigError('LUSHU_ISSUER and LUSHU_AUDIENCE go together, and LUSHU_JWKS_URL needs both.');
  if (!isIssuer(issuer, plain)) throw new ConfigError(`LUSHU_ISSUER must be ${ADDRESS_WANTED}.`);
  if (jwksUrl !== undefined && !isTrustworthyAddress(jwksUrl, plain))
    throw new ConfigError(`LUSHU_JWKS_URL must be ${ADDRESS_WANTED}.`);
  return [{ ...issuerForAll(issuer, audience), jwksUrl }];
}

const ADDRESS_WANTED = 'an https address (http only in development, and only on this machine)';

function issuersIn(file: string, loopbackMayBePlain: boolean): readonly IssuerSettings[] {
  try {
    return issuerList(JSON.parse(readFileSync(file, 'utf8')), loopbackMayBePlain);
  } catch (error) {
    throw new ConfigError(`LUSHU_ISSUERS_FILE (${file}) ${(error as Error).message}`);
  }
}

function limitsOf(env: NodeJS.ProcessEnv): Limits {
  const { ratePerSecond, rateBurst, operationsAtOnce, costLimit, operationMillis, queriesAtOnce, costAtOnce } =
    defaultLimits;
  return {
    ...defaultLimits,
    ratePerSecond: whole(env, 'LUSHU_RATE_PER_SECOND', ratePerSecond, 1, 1_000_000),
    rateBurst: whole(env, 'LUSHU_RATE_BURST', rateBurst, 1, 10_000_000),
    operationsAtOnce: whole(env, 'LUSHU_OPERATIONS_AT_ONCE', operationsAtOnce, 1, 10_000),
    costLimit: whole(env, 'LUSHU_COST_LIMIT', costLimit, 1_000, 10_000_000),
    operationMillis: whole(env, 'LUSHU_OPERATION_MILLIS', operationMillis, 100, 600_000),
    queriesAtOnce: whole(env, 'LUSHU_QUERIES_AT_ONCE', queriesAtOnce, 2, 200),
    costAtOnce: whole(env, 'LUSHU_COST_AT_ONCE', costAtOnce, 1_000, 100_000_000),
  };
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

/** Settings that may stand in a file of their own, named by `<NAME>_FILE`, as container platforms hand secrets out. */
const SECRETS = ['DATABASE_URL', 'LUSHU_HASH_KEY', 'LUSHU_CIPHER_KEY', 'LUSHU_MAC_KEY'];

function withSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inFiles = SECRETS.filter((name) => text(env, `${name}_FILE`) !== undefined);
  const both = inFiles.find((name) => text(env, name) !== undefined);
  if (both) throw new ConfigError(`${both} and ${both}_FILE are both set.`);
  return { ...env, ...Object.fromEntries(inFiles.map((name) => [name, secretIn(env, `${name}_FILE`)])) };
}

function secretIn(env: NodeJS.ProcessEnv, name: string): string {
  try {
    return readFileSync(text(env, name) as string, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name} names a file that cannot be read.`);
  }
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
