import { at } from '../../kernel/at.js';
import { type FaultPath, Refusal } from '../../kernel/refusal.js';
import type { PushedStaff } from './staff-input.terms.js';

type Reader = (cell: string) => unknown;

const text: Reader = (cell) => cell;
const whole: Reader = (cell) => {
  if (!/^\d{1,6}$/.test(cell)) throw new Refusal('VALUE_UNKNOWN');
  return Number(cell);
};
const words: Readonly<Record<string, boolean>> = { true: true, false: false, 是: true, 否: false };
const yesOrNo: Reader = (cell) => {
  const said = words[cell.toLowerCase()];
  if (said === undefined) throw new Refusal('VALUE_UNKNOWN');
  return said;
};

interface Column {
  readonly path: FaultPath;
  readonly read: Reader;
}
const column = (path: FaultPath, read: Reader = text): Column => ({ path, read });
const ofService = (field: string, read?: Reader) => column(['services', 0, field], read);
const ofDeparture = (field: string, read?: Reader) => column(['departures', 0, field], read);
const ofPledge = (field: string) => column(['pledges', 0, field]);

/** The columns that a file of court staff may have, in any order, and where in the input they lead. */
export const staffColumns: Readonly<Record<string, Column>> = {
  fullName: column(['fullName']),
  citizenIdNumber: column(['citizenIdNumber']),
  personnelFileNo: column(['personnelFileNo']),
  accountIssuer: column(['accountIssuer']),
  accountSubject: column(['accountSubject']),
  asOf: column(['asOf']),
  court: ofService('court'),
  organKind: ofService('organKind'),
  organName: ofService('organName'),
  organDivisionCode: ofService('organDivisionCode'),
  post: ofService('post'),
  category: ofService('category'),
  rank: ofService('rank', whole),
  tenure: ofService('tenure'),
  isInPost: ofService('isInPost', yesOrNo),
  isCivilServant: ofService('isCivilServant', yesOrNo),
  isLeadershipMember: ofService('isLeadershipMember', yesOrNo),
  isCommitteeMember: ofService('isCommitteeMember', yesOrNo),
  leadingPost: ofService('leadingPost'),
  triesOrEnforces: ofService('triesOrEnforces', yesOrNo),
  from: ofService('from'),
  until: ofService('until'),
  departureType: ofDeparture('type'),
  effectiveOn: ofDeparture('effectiveOn'),
  exitedOn: ofDeparture('exitedOn'),
  postEndedOn: ofDeparture('postEndedOn'),
  wasCivilServant: ofDeparture('wasCivilServant', yesOrNo),
  reason: ofDeparture('reason'),
  disciplineDetail: ofDeparture('disciplineDetail'),
  decisionNo: ofDeparture('decisionNo'),
  pledgeDueOn: ofPledge('dueOn'),
  pledgeSignedOn: ofPledge('fulfilledOn'),
};

/** What every row says, and so every file has. */
export const neededColumns = ['fullName', 'citizenIdNumber', 'post', 'category', 'from', 'asOf'] as const;

const placeFields = ['court', 'organKind', 'organName', 'organDivisionCode'];

/**
 * One row of a file of court staff as personnel would push it: a person, one service, and perhaps the departure from
 * that place and the pledge. Empty cells say nothing. Throws FIELD_REQUIRED, FIELD_NOT_ALLOWED, VALUE_UNKNOWN with the path.
 */
export function staffOfRow(header: readonly string[], cells: readonly string[]): PushedStaff {
  if (cells.length > header.length) throw new Refusal('FIELD_NOT_ALLOWED', [`column ${header.length + 1}`]);
  const item = { services: [{}], departures: [{}], pledges: [{}] } as unknown as Record<string, unknown>;
  header.forEach((name, index) => {
    const cell = cells[index] ?? '';
    const { path, read } = staffColumns[name] as Column;
    if (cell === '') {
      if ((neededColumns as readonly string[]).includes(name)) throw new Refusal('FIELD_REQUIRED', path);
      return;
    }
    put(
      item,
      path,
      at(path, () => read(cell)),
    );
  });
  const [service] = item.services as Record<string, unknown>[];
  const [departure] = item.departures as Record<string, unknown>[];
  const [pledge] = item.pledges as Record<string, unknown>[];
  const departures = Object.keys(departure ?? {}).length === 0 ? [] : [{ ...departure, ...placeOf(service) }];
  if (departures.some((one) => !('type' in one))) throw new Refusal('FIELD_REQUIRED', ['departures', 0, 'type']);
  const pledges = Object.keys(pledge ?? {}).length === 0 ? [] : [{ kind: 'PLEDGE', ...pledge }];
  if (pledges.some((one) => !('dueOn' in one))) throw new Refusal('FIELD_REQUIRED', ['pledges', 0, 'dueOn']);
  return { ...item, departures, pledges } as unknown as PushedStaff;
}

const placeOf = (service: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(placeFields.filter((field) => field in service).map((field) => [field, service[field]]));

function put(item: Record<string, unknown>, path: FaultPath, to: unknown): void {
  const last = path.at(-1) as string;
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((inner, step) => inner[step as string] as Record<string, unknown>, item);
  holder[last] = to;
}
