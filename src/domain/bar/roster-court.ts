import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { at } from '../../kernel/at.js';
import type { Day } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { RosterRegistry } from './roster-registry.js';

const CODE_LENGTH = 50;

/** The id of the court with this code; throws COURT_UNKNOWN, TEXT_INVALID at `court`. */
export async function courtNamed(
  registry: RosterRegistry,
  handle: ReadHandle | WriteHandle,
  court: string,
  on: Day,
): Promise<string> {
  const code = at(['court'], () => plainText(court, CODE_LENGTH));
  const [found] = await registry.courts(handle, [code], on);
  if (!found) throw new Refusal('COURT_UNKNOWN', ['court']);
  return found.id;
}
