import { personaNamed, personas } from '../../seeds/personas.js';
import { isEmpty, seedProvince } from '../../seeds/seed.js';
import { openLog } from '../api/log.js';
import { startServer } from '../api/server.js';
import type { Config } from '../config.js';
import { reactions } from '../domain/index.js';
import { credentialCheck, publishedKeys } from '../identity/credential.js';
import { type DevelopmentIssuer, developmentIssuer } from '../identity/development-issuer.js';
import { systemClock } from '../kernel/clock.js';
import { gateFor } from '../operation/gate.js';
import { cryptoOf, databaseOf } from './open.js';

/** `lushu serve`: migrates, seeds an empty database in development, serves, and says how to ask. */
export async function serve(config: Config): Promise<void> {
  const started = Date.now();
  const database = await databaseOf(config);
  try {
    await database.migrate();
    const crypto = cryptoOf(config);
    if (config.mode === 'development' && (await isEmpty(database))) {
      const counts = await seedProvince(database, crypto, systemClock, {});
      console.log(
        `seeded a synthetic province: ${counts.courts} courts, ${counts.firms} firms, ${counts.lawyers} lawyers`,
      );
    }
    const issuer = config.issuer === undefined ? await developmentIssuer(config.dataDir, systemClock) : undefined;
    const trusted = issuer?.trusted ?? {
      ...(config.issuer as NonNullable<Config['issuer']>),
      keys: publishedKeys((config.issuer as NonNullable<Config['issuer']>).jwksUrl),
    };
    const server = await startServer({
      hub: { database, clock: systemClock, crypto, reactions, gate: gateFor(config.databaseConnections) },
      credentials: credentialCheck(trusted, systemClock),
      log: openLog(config.logLevel),
      host: config.host,
      port: config.port,
      development: issuer && developmentOf(issuer),
      serveSubgraphs: config.subgraphs,
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
    console.log(`ready ${server.url}`);
    stopOnSignal(async () => {
      await server.close();
      await database.close();
    });
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
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

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
