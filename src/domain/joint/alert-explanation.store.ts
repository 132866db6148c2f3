import type { Reading } from '../../operation/reading.js';
import { ofTheHub, told } from '../../policy/fact.js';
import { type Explanation, explain, type Names, type Reader } from './restriction/explain.rule.js';
import { type AlertVerdict, alertVerdicts } from './restriction-alert.facts.js';
import { namesOf } from './verdict.store.js';

/** All that anybody but court personnel learns of a recusal alert (N07). */
const RECUSAL: Explanation = { zh: ['需进行回避审查。'], en: ['Recusal check required.'] };

/** The verdicts behind alerts within reach in sentences, as the asker may read them; alerts without a verdict are absent. */
export async function explanationsOf(
  reading: Reading,
  alertIds: readonly string[],
  language: 'zh' | 'en',
): Promise<Map<string, readonly string[]>> {
  const reader: Reader = reading.grant.asker.identity.role === 'personnel' ? 'PERSONNEL' : 'OUTSIDER';
  const stored = await alertVerdicts(reading, alertIds);
  const names = await namesOf(
    reading.handle,
    ofTheHub(stored).flatMap(({ verdict }) => verdict ?? []),
  );
  const by = language === 'zh' ? 'RestrictionAlert.explanationZh' : 'RestrictionAlert.explanationEn';
  return told(
    stored,
    by,
    (alerts) =>
      new Map(
        alerts.flatMap((alert) => {
          const explanation = explained(alert, reader, names);
          return explanation ? [[alert.id, explanation[language]]] : [];
        }),
      ),
  );
}

function explained({ kind, verdict }: AlertVerdict, reader: Reader, names: Names): Explanation | null {
  if (kind === 'RECUSAL' && reader === 'OUTSIDER') return RECUSAL;
  return verdict && explain(verdict, reader, names);
}
