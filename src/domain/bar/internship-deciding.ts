import { at } from '../../kernel/at.js';
import type { Day } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import type { InternRegistry } from './intern-registry.js';
import {
  checkAsks,
  checkEnd,
  checkOpinion,
  decided,
  type GivenOpinion,
  heard,
  type InternshipDecision,
  type StandingInternship,
} from './internship.rule.js';
import type { InternshipOutcome } from './internship.terms.js';
import {
  bookedInternship,
  bookedOpinion,
  insertOpinions,
  markDecided,
  markGiven,
  markInternshipEnded,
  markState,
} from './internship-write.store.js';
import { courtNamed } from './roster-court.js';

/**
 * Asks a former court before registration; answers the id of the internship. Throws NOT_FOUND, COURT_UNKNOWN,
 * OPINION_REQUESTED, INTERNSHIP_STATE_INVALID.
 */
export async function requestOpinion(
  act: Act,
  registry: InternRegistry,
  internshipId: string,
  court: string,
): Promise<string> {
  const courtId = await courtNamed(registry, act.handle, court, act.grant.asker.today);
  const known = await standing(act, internshipId, ['internship']);
  checkAsks(known);
  const [id] = await insertOpinions(act.handle, [{ id: uuidv7(), internship_id: known.id, court_id: courtId }], act.at);
  if (id === undefined) throw new Refusal('OPINION_REQUESTED', ['court']);
  await markState(act, known.id, 'OPINION_REQUESTED');
  act.changed({
    event: 'former-court-opinion.requested',
    recordId: id,
    fields: ['internship', 'court', 'requestedAt'],
  });
  return known.id;
}

/**
 * Gives the opinion of a former court; answers its id. Once given it stands. Throws NOT_FOUND, OPINION_ON_FILE
 * and what `checkOpinion` throws.
 */
export async function giveOpinion(act: Act, { id, ...given }: GivenOpinion & { readonly id: string }): Promise<string> {
  const { reason, givenBy } = at(['input'], () => checkOpinion(given));
  const known = isUuid(id) ? await bookedOpinion(act, id) : null;
  if (!known) throw new Refusal('NOT_FOUND', ['input', 'id']);
  if (known.isGiven) throw new Refusal('OPINION_ON_FILE', ['input', 'id']);
  await markGiven(act, known.id, { objects: given.objects, reason, givenBy });
  const internship = await standing(act, known.internshipId, ['input', 'id']);
  await markState(act, known.internshipId, heard(internship));
  act.changed({
    event: 'former-court-opinion.given',
    recordId: known.id,
    fields: ['givenAt', 'objects', 'reason', 'givenBy'],
  });
  return known.id;
}

/** Registers an intern or refuses to; answers the id. Throws NOT_FOUND and what `decided` throws. */
export async function decideInternship(
  act: Act,
  { id, ...decision }: InternshipDecision & { readonly id: string },
): Promise<string> {
  const known = await standing(act, id, ['input', 'id']);
  await markDecided(
    act,
    known.id,
    at(['input'], () => decided(known, decision)),
  );
  act.changed({
    event: 'internship.decided',
    recordId: known.id,
    fields: ['state', 'fromOn', 'untilOn', 'decidedOn', 'decisionReason'],
  });
  return known.id;
}

/** Ends an internship; answers its id. Throws NOT_FOUND and what `checkEnd` throws. */
export async function endInternship(
  act: Act,
  { id, on, outcome }: { readonly id: string; readonly on: Day; readonly outcome: InternshipOutcome },
): Promise<string> {
  const known = await standing(act, id, ['input', 'id']);
  at(['input'], () => checkEnd(known, on, act.grant.asker.today));
  await markInternshipEnded(act, known.id, on, outcome);
  act.changed({ event: 'internship.ended', recordId: known.id, fields: ['state', 'untilOn'] });
  return known.id;
}

async function standing(act: Act, id: string, path: string[]): Promise<StandingInternship & { readonly id: string }> {
  const known = isUuid(id) ? await bookedInternship(act, id) : null;
  if (!known) throw new Refusal('NOT_FOUND', path);
  return known;
}
