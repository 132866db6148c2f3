import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { type AnnouncedPack, checkPack, placed } from './rule-pack.rule.js';
import { endPack, insertPacks, standingPacks } from './rule-pack-write.store.js';

/**
 * Announces a version of a rule pack; answers its id. It binds all courts, bureaus and the bar, and so it is announced by
 * an administrator of a unit whose charge is the province. Throws OUT_OF_REACH and what `checkPack` and `placed` throw.
 */
export async function announceRulePack(act: Act, pack: AnnouncedPack): Promise<string> {
  const { unit, actorId } = act.grant.asker.identity;
  if (!unit?.divisionCode.endsWith('0000')) throw new Refusal('OUT_OF_REACH');
  const { title, issuer } = at(['input'], () => checkPack(pack));
  const standing = await standingPacks(act.handle, pack.code);
  const ended = at(['input'], () => placed(pack, standing));
  const id = uuidv7();
  if (ended) await endPack(act.handle, ended);
  const row = {
    id,
    code: pack.code,
    title,
    issuer,
    version: pack.version,
    effective_from: pack.effectiveFrom,
    effective_until: pack.effectiveUntil ?? null,
    switches: pack.switches.map(({ name, kind, value }) => ({ name, kind, value })),
    announced_by: actorId,
  };
  await insertPacks(act.handle, [row], act.at);
  if (ended) act.changed({ event: 'rule-pack.ended', recordId: ended.id, fields: ['effectiveUntil'] });
  act.changed({
    event: 'rule-pack.announced',
    recordId: id,
    fields: ['code', 'title', 'issuer', 'version', 'effectiveFrom', 'effectiveUntil', 'switches'],
  });
  return id;
}
