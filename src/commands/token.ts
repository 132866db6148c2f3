import { personaNamed, personas } from '../../seeds/personas.js';
import { type Config, ConfigError } from '../config.js';
import { developmentIssuer } from '../identity/development-issuer.js';
import { systemClock } from '../kernel/clock.js';

/** `lushu token PERSONA`: prints a bearer token for a persona; development only. */
export async function token(config: Config, [name]: readonly string[]): Promise<void> {
  if (config.mode === 'production' || config.issuers.length > 0)
    throw new ConfigError('Tokens are signed here by the development issuer only; ask your identity provider.');
  const persona = personaNamed(name ?? '');
  if (!persona) throw new ConfigError(`Name a persona: ${personas.map((known) => known.name).join(' ')}`);
  const issuer = await developmentIssuer(config.dataDir, systemClock);
  console.log(await issuer.token(persona.claims));
}
