import { developmentKeys } from '../api/development.js';
import type { Config } from '../config.js';
import type { Database } from '../db/handle.js';
import { openDatabase } from '../db/open.js';
import { type CryptoProvider, softwareCrypto } from '../kernel/crypto.js';

/** The database a configuration names. */
export const databaseOf = (config: Config): Promise<Database> =>
  openDatabase({ url: config.databaseUrl, connections: config.databaseConnections, folder: config.dataDir });

/** The cipher machine of a configuration; in development with keys of its own folder. */
export const cryptoOf = (config: Config): CryptoProvider =>
  softwareCrypto(config.keys ?? developmentKeys(config.dataDir));
