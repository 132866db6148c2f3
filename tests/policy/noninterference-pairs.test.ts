import 'reflect-metadata';
import { expect, test } from 'vitest';
import { servedSchema } from '../../src/api/schema.js';
import { roles } from '../../src/identity/roles.js';
import { restrictionFacts } from '../../src/policy/matrix/restriction-facts.js';
import { exemptPairs, hiddenFrom } from '../drill/noninterference/pairs.js';
import { constants } from '../drill/noninterference/ways.js';

const verify = 'by Mutation.verifyLawyerIdentity';
const available = 'by MediatorRosterEntry.available';
/** Who reaches alerts, and is told what one says in sentences. */
const told = ['filing', 'judge', 'justice', 'personnel', 'self', 'supervision'].flatMap((role) =>
  ['kind', 'verdict'].flatMap((column) =>
    ['En', 'Zh'].map(
      (language) => `${role} joint.restriction_alert.${column} by RestrictionAlert.explanation${language}`,
    ),
  ),
);

/** What each of them reads himself of what the rules ask. */
const profile = [
  'justice.firm.division_code',
  'justice.lawyer.full_name',
  'justice.licence_period.category',
  'justice.licence_period.from_on',
  'justice.licence_period.status',
  'justice.licence_period.until_on',
];
const sanctions = ['annulled_on', 'decided_on', 'effective_on', 'ends_on', 'kind'].map(
  (column) => `justice.sanction.${column}`,
);
const shownTo: Readonly<Record<string, readonly string[]>> = {
  filing: profile,
  judge: profile,
  personnel: profile,
  supervision: profile,
  self: profile,
  justice: [...profile, ...sanctions],
  bar: [...profile, ...sanctions, 'bar.former_court_opinion.given_at', 'bar.former_court_opinion.objects'],
};

/** Which lawyers are declared relatives, to those who may know that (61号 art. 11). */
const relatives = ['justice', 'personnel'].flatMap((role) =>
  ['from_on', 'supersedes', 'until_on'].map(
    (column) => `${role} court.kinship_declaration.${column} by Lawyer.isDeclaredRelative`,
  ),
);

const alerted = ['filing', 'judge', 'personnel', 'supervision', 'justice', 'bar', 'self'] as const;

/** Who is told a verdict, by which coordinate; of everything that the rules ask and he may not read in full. */
const verdicts = (
  [
    ...alerted.flatMap(
      (role) =>
        [
          [role, 'Query.restrictionAlerts'],
          [role, 'Query.restrictionAlert'],
        ] as const,
    ),
    ['filing', 'Mutation.checkRepresentation'],
    ['filing', 'Mutation.enterRepresentation'],
    ['judge', 'Mutation.checkRepresentation'],
    ['judge', 'Mutation.enterRepresentation'],
    ['justice', 'Mutation.checkLicenceApplication'],
    ['justice', 'Mutation.checkFirmJob'],
    ['bar', 'Mutation.checkInternRegistration'],
  ] as const
).flatMap(([role, coordinate]) =>
  restrictionFacts
    .filter((column) => !shownTo[role]?.includes(column))
    .map((column) => `${role} ${column} by ${coordinate}`),
);

test('only declassifications exempt a role and a hidden column from non-interference, and these are all of them', () => {
  const pairs = exemptPairs(roles).map(({ role, column, by }) => `${role} ${column} by ${by}`);
  console.log(`${pairs.length} exempt pairs`);
  const expected = [
    ...told,
    ...verdicts,
    ...relatives,
    `audit justice.licence_period.from_on ${available}`,
    `audit justice.licence_period.until_on ${available}`,
    `editor justice.licence_period.from_on ${available}`,
    `editor justice.licence_period.until_on ${available}`,
    `filing justice.lawyer.citizen_id_hash ${verify}`,
    `justice justice.lawyer.citizen_id_hash ${verify}`,
    `personnel justice.lawyer.citizen_id_hash ${verify}`,
    `public justice.licence_period.from_on ${available}`,
    `public justice.licence_period.until_on ${available}`,
    `security justice.licence_period.from_on ${available}`,
    `security justice.licence_period.until_on ${available}`,
    `system justice.licence_period.from_on ${available}`,
    `system justice.licence_period.until_on ${available}`,
  ];
  expect(pairs.sort()).toEqual(expected.sort());
});

test('what cannot differ where it is hidden is a list of two fields', () => {
  const outsiders = 'editor firm self public system security audit';
  expect(constants.map(({ coordinate, roles: of }) => `${coordinate}: ${of.join(' ')}`)).toEqual([
    `LicenceEvent.supersededBy: ${outsiders}`,
    `Sanction.decisionText: ${outsiders}`,
  ]);
});

test('every role has something hidden from it', () => {
  const hidden = roles.map((role) => [role, hiddenFrom(servedSchema(), role).length] as const);
  console.log(hidden.map(([role, count]) => `${role} ${count}`).join(', '));
  expect(hidden.filter(([, count]) => count < 5)).toEqual([]);
});
