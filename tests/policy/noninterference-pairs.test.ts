import 'reflect-metadata';
import { expect, test } from 'vitest';
import { servedSchema } from '../../src/api/schema.js';
import { roles } from '../../src/identity/roles.js';
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

test('only declassifications exempt a role and a hidden column from non-interference, and these are all of them', () => {
  const pairs = exemptPairs(roles).map(({ role, column, by }) => `${role} ${column} by ${by}`);
  console.log(`${pairs.length} exempt pairs`);
  const expected = [
    ...told,
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
