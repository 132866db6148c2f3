import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { ofTheHub, told } from '../../policy/fact.js';
import { enterRepresentations } from '../court/index.js';
import type { NamedCounsel } from './counsel-checking.js';
import { counselRegistry } from './counsel-registry.js';
import { checkOpen } from './rechecking.js';
import { raiseAlertsOf } from './restriction-alerts.js';
import type { RestrictionVerdict } from './verdict.type.js';
import { shownVerdict } from './verdict-shown.js';

/**
 * Enters counsel in a case and judges him in the same transaction: a hit raises the alerts (W1, W4), and a person decides
 * on them. Throws what `enterRepresentations` refuses an item with. Legal basis: 000 art. 9; 法释〔2011〕12号 art. 10.
 */
export async function enterCounsel(
  act: Act,
  crypto: CryptoProvider,
  item: NamedCounsel,
): Promise<{ id: string; verdict: RestrictionVerdict }> {
  const id = uuidv7();
  const outcomes = await enterRepresentations(act, crypto, counselRegistry, [
    { item: { ...item, key: id }, id, index: 0 },
  ]);
  const refused = outcomes.get(0);
  if (refused instanceof Refusal) throw refused.under('input');
  const checked = await checkOpen(act.handle, { ids: [id] }, item.fromOn);
  await raiseAlertsOf(
    act,
    ofTheHub(checked).flatMap(({ due }) => due(false)),
  );
  return told(checked, 'Mutation.enterRepresentation', ([found]) => {
    if (!found) throw new Error('What was entered is not on record.');
    const { verdict, isLicensed, names } = found;
    return { id, verdict: shownVerdict(verdict, { asker: 'COURT', reader: 'OUTSIDER', isLicensed, names }) };
  });
}
