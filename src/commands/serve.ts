import { personaNamed, personas } from '../../seeds/personas.js';
import { openLog } from '../api/log.js';
import { type RunningServer, startServer } from '../api/server.js';
import { TOKEN_PATH } from '../api/token-endpoint.js';
import type { Config } from '../config.js';
import { reactions } from '../domain/index.js';
import { credentialCheck } from '../identity/credential-check.js';
import { type DevelopmentIssuer, developmentIssuer } from '../identity/development-issuer.js';
import { type HubIssuer, hubIssuer } from '../identity/hub-issuer.js';
import { trustedIssuer } from '../identity/issuer-address.js';
import { trialSigningKeys } from '../identity/signing-keys.js';
import { systemClock } from '../kernel/clock.js';
import { gateFor } from '../operation/gate.js';
import { type Observed, observe } from './observe.js';
import { cryptoOf, databaseOf } from './open.js';
import { stopOnSignal } from './stop-on-signal.js';
import { seedWhenEmpty } from './trial-data.js';

/** `lushu serve`: migrates, seeds an empty database in development, serves, and says how to ask. */
export async function serve(config: Config): Promise<void> {
  const started = Date.now();
  const database = await databaseOf(config);
  const gate = gateFor(config.databaseConnections);
  let observed: Observed | undefined;
  try {
    await database.migrate();
    const crypto = cryptoOf(config);
    await seedWhenEmpty(config, database, crypto, console.log);
    const issuer = config.issuers.length === 0 ? await developmentIssuer(config.dataDir, systemClock) : undefined;
    const people = issuer ? [issuer.trusted] : config.issuers.map((settings) => trustedIssuer(settings, systemClock));
    const own = await ownIssuer(config);
    const trusted = own ? [...people, own.trusted] : people;
    observed = await observe(config, { database, gate });
    const server = await startServer({
      hub: { database, clock: systemClock, crypto, reactions, gate },
      issuers: people,
      systems: own && { issuer: own, tlsBase: tlsBaseOf(config), skewSeconds: config.clockSkewSeconds },
      tls: config.tls,
      drainSeconds: config.drainSeconds,
      stopSeconds: config.stopSeconds,
      credentials: credentialCheck(trusted, systemClock, config.clockSkewSeconds),
      log: openLog(config.logLevel),
      host: config.host,
      port: config.port,
      trustedProxies: config.trustedProxies,
      development: issuer && developmentOf(issuer),
      serveSubgraphs: config.subgraphs,
      limits: config.limits,
      introspectionForPublic: config.mode === 'development',
      compiled: config.compiled,
    });
    if (issuer) {
      console.log(
        'development mode: whoever reaches this address can be any persona. Set LUSHU_MODE=production for real data.',
      );
      await introduce(issuer, server.url);
    }
    console.log(
      `${database.kind === 'pglite' ? 'embedded database (trial and tests only)' : 'PostgreSQL'}, up after ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    if (observed.metricsUrl) console.log(`metrics ${observed.metricsUrl}`);
    if (own) console.log(`tokens for systems ${own.issuer}${TOKEN_PATH}`);
    else console.log('no tokens for systems: set LUSHU_SIGNING_KEY_FILE and LUSHU_PUBLIC_URL.');
    if (server.tlsUrl) console.log(`mutual TLS ${server.tlsUrl}`);
    if (config.tls) readAgainOnSignal(server);
    console.log(`ready ${server.url}`);
    stopOnSignal(async () => {
      try {
        await server.close();
      } finally {
        await observed?.close();
        await database.close();
      }
    }, config.drainSeconds + config.stopSeconds);
  } catch (error) {
    await observed?.close();
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** The hub's own issuer; production has one only with keys of its own. */
async function ownIssuer({ mode, publicUrl, port, signingKeys, dataDir }: Config): Promise<HubIssuer | undefined> {
  if (signingKeys === undefined && mode === 'production') return undefined;
  return hubIssuer(publicUrl ?? `http://localhost:${port}`, signingKeys ?? trialSigningKeys(dataDir), systemClock);
}

/** Where the mutual TLS address is reached: as the settings say, or at its port of the public host. */
function tlsBaseOf({ tls, tlsPublicUrl, publicUrl }: Config): string | undefined {
  if (tls === undefined) return undefined;
  return tlsPublicUrl ?? `https://${publicUrl ? new URL(publicUrl).hostname : 'localhost'}:${tls.port}`;
}

/** SIGHUP: certificates were renewed, or some revoked. */
function readAgainOnSignal(server: RunningServer): void {
  process.on('SIGHUP', () => {
    try {
      server.reloadCertificates();
      console.log('certificates read again');
    } catch (error) {
      console.error(`the certificates stay as they were: ${(error as Error).message}`);
    }
  });
}

const developmentOf = (issuer: DevelopmentIssuer) => ({
  personas: personas.map(({ name, labelZh, labelEn }) => ({ name, label: `${name} · ${labelZh} ${labelEn}` })),
  tokenOf: async (name: string) => issuer.token((personaNamed(name) ?? notAPersona(name)).claims),
});

function notAPersona(name: string): never {
  throw new Error(`There is no persona ${name}`);
}

/** One line for each persona that works when pasted. */
async function introduce(issuer: DevelopmentIssuer, url: string): Promise<void> {
  const query = JSON.stringify({
    query:
      '{ whoAmI { role purpose } lawyers(first: 2) { totalCount nodes { fullName licenceStatus mobile practisingFirm { name } } } }',
  });
  console.log(`\nAsk as (each line works when pasted):`);
  console.log(`# public · 社会公众\ncurl -s ${url} -H 'content-type: application/json' -d '${query}'`);
  for (const { name, labelZh, purpose, claims } of personas)
    console.log(
      `# ${name} · ${labelZh}\ncurl -s ${url} -H 'content-type: application/json' -H 'x-lushu-purpose: ${purpose}' -H 'authorization: Bearer ${await issuer.token(claims)}' -d '${query}'`,
    );
  console.log('');
}
