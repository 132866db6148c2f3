import type { Random } from '../../../seeds/random.js';

/** Spoils the text of an operation in one of the ways in which a request is refused before it runs. */
export function spoilt(query: string, random: Random): string {
  const start = query.indexOf('{') + 1;
  const inside = (text: string) => `${query.slice(0, start)} ${text} ${query.slice(start)}`;
  return random.pick([
    () => inside('noSuchField'),
    () => inside('lawyer { id }'),
    () => inside('__schema { queryType { name } }'),
    () => inside('...NoSuchFragment'),
    () => inside('whoAmI'),
    () => inside(Array.from({ length: 60 }, (_, n) => `t${n}: __typename`).join(' ')),
    () =>
      inside(
        'lawyers { nodes { practisingFirm { lawyers { nodes { practisingFirm { lawyers { nodes { practisingFirm { lawyers { nodes { id } } } } } } } } } } }',
      ),
    () => query.slice(0, random.int(start, query.length - 1)),
    () => query.replace('Drill', 'Drill($unused: Int!, $unused: Nothing)'),
  ])();
}
