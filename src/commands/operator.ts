import { parseArgs } from 'node:util';
import { type Config, ConfigError } from '../config.js';
import type { WriteHandle } from '../db/handle.js';
import { type Account, type Command, issuerText, ownName, unitInCharge } from '../domain/hub/index.js';
import type { Unit } from '../identity/identity.js';
import { dayOf, systemClock } from '../kernel/clock.js';
import { plainText } from '../kernel/text.js';
import { databaseOf } from './open.js';

/** Reads options of which every one is needed; throws ConfigError with the usage. */
export function optionsIn<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  usage: string,
): Record<Name, string> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options });
    const missing = names.find((name) => values[name] === undefined);
    if (missing) throw new Error(`--${missing} is missing.`);
    return Object.fromEntries(names.map((name) => [name, plainText(values[name] as string, 255)])) as never;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${usage}`);
  }
}

/** The account that options name; throws TEXT_INVALID, ACCOUNT_SHARED. */
export const accountIn = ({ issuer, subject }: Account): Account => ({
  issuer: issuerText(issuer),
  subject: ownName(subject),
});

/** The unit of a code; throws ConfigError. */
export async function unitIn(handle: WriteHandle, code: string, at: Date): Promise<Unit> {
  const unit = await unitInCharge(handle, code, dayOf(at));
  if (unit === null) throw new ConfigError(`There is no unit ${code}.`);
  return unit;
}

/** Runs an operator's command in one transaction and prints the sentence it answers. */
export async function commanded(
  config: Config,
  name: Command['name'],
  by: string,
  work: (handle: WriteHandle, command: Command) => Promise<string>,
): Promise<void> {
  const database = await databaseOf(config);
  try {
    await database.migrate();
    const command: Command = { name, by, at: systemClock.now() };
    console.log(await database.transaction((handle) => work(handle, command)));
  } finally {
    await database.close();
  }
}
