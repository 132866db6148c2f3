import 'reflect-metadata';
import { type Config, ConfigError } from '../config.js';
import {
  endOffice,
  enterOffice,
  openConsole,
  ownName,
  securityAdministratorsOf,
  standingOffice,
} from '../domain/hub/index.js';
import { isAdministrator, isRole, type RoleLine, roleTable } from '../identity/roles.js';
import { accountIn, commanded, optionsIn, unitIn } from './operator.js';

const APPOINT = 'lushu appoint --role system|security|audit --issuer I --subject S --unit CODE --by NAME';
const DISMISS = 'lushu dismiss --issuer I --subject S --by NAME';
const CONSOLE = 'lushu console --issuer I --client-id C --unit CODE --name N --responsible PERSON --by NAME';

/** `lushu appoint`: makes an account an administrator of a unit. One person holds one office. */
export async function appoint(config: Config, args: readonly string[]): Promise<void> {
  const given = optionsIn(args, ['role', 'issuer', 'subject', 'unit', 'by'], APPOINT);
  const { role } = given;
  if (!isRole(role) || !isAdministrator(role))
    throw new ConfigError(`--role is system, security or audit.\n${APPOINT}`);
  const account = accountIn(given);
  await commanded(config, 'lushu appoint', given.by, async (handle, command) => {
    const unit = await unitIn(handle, given.unit, command.at);
    const { institutions }: RoleLine = roleTable[role];
    if (!institutions.includes(unit.institution)) throw new ConfigError(`${unit.name} has no administrators.`);
    const held = await standingOffice(handle, account);
    if (held) throw new ConfigError(`That account is ${held.role} administrator of ${held.code}: dismiss it first.`);
    await enterOffice(handle, command, account, role, unit);
    return `appointed ${account.subject} ${roleTable[role].en} of ${unit.name}`;
  });
}

/** `lushu dismiss`: ends the office of an account; says so when its unit is left without a security administrator. */
export async function dismiss(config: Config, args: readonly string[]): Promise<void> {
  const given = optionsIn(args, ['issuer', 'subject', 'by'], DISMISS);
  const account = accountIn(given);
  await commanded(config, 'lushu dismiss', given.by, async (handle, command) => {
    const held = await standingOffice(handle, account);
    if (!held) throw new ConfigError('That account holds no office.');
    await endOffice(handle, command, held);
    const left = held.role === 'security' && (await securityAdministratorsOf(handle, held.code)) === 0;
    const warning = left ? `\n${held.code} has no security administrator now: appoint one.` : '';
    return `dismissed ${account.subject}, ${held.role} administrator of ${held.code}${warning}`;
  });
}

/** `lushu console`: opens the client by which the administrators of a unit enter, or opens it again. */
export async function openAdministrators(config: Config, args: readonly string[]): Promise<void> {
  const given = optionsIn(args, ['issuer', 'client-id', 'unit', 'name', 'responsible', 'by'], CONSOLE);
  await commanded(config, 'lushu console', given.by, async (handle, command) => {
    const unit = await unitIn(handle, given.unit, command.at);
    const client = {
      issuer: given.issuer,
      clientId: ownName(given['client-id']),
      name: given.name,
      responsiblePerson: given.responsible,
    };
    if (!(await openConsole(handle, command, client, unit)))
      throw new ConfigError('That issuer has a client of this name, which is no console of this unit.');
    return `opened ${client.clientId} for the administrators of ${unit.name}`;
  });
}
