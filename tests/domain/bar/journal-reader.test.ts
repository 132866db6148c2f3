import { expect, it, test } from 'vitest';
import { editedPublisher, readerOf } from '../../../src/domain/bar/journal-reader.js';
import { type Institution, type Role, roles, roleTable } from '../../../src/identity/roles.js';

const readers: readonly (readonly [Role, Institution, string, string | null])[] = [
  ['filing', 'COURT', 'COURT', null],
  ['judge', 'COURT', 'COURT', null],
  ['personnel', 'COURT', 'COURT', null],
  ['supervision', 'COURT', 'COURT', null],
  ['justice', 'JUSTICE', 'JUSTICE', null],
  ['bar', 'BAR', 'BAR', null],
  ['editor', 'BAR', 'BAR', 'BAR'],
  ['editor', 'COURT', 'COURT', 'COURT'],
  ['firm', 'FIRM', 'MEMBERS', null],
  ['self', 'LAWYER', 'MEMBERS', null],
  ['public', 'PUBLIC', 'PUBLIC', null],
  ...(['system', 'security', 'audit'] as const).flatMap((role) =>
    (['COURT', 'JUSTICE', 'BAR'] as const).map((institution) => [role, institution, 'PUBLIC', null] as const),
  ),
];

test.each(readers)('%s of %s reads as %s and edits for %s', (role, institution, reader, edits) => {
  expect(readerOf({ role, institution })).toBe(reader);
  expect(editedPublisher({ role, institution })).toBe(edits);
});

it('was asked of every role in every institution that may hold it', () => {
  const held = roles.flatMap((role) => roleTable[role].institutions.map((institution) => `${role} ${institution}`));
  expect(new Set(readers.map(([role, institution]) => `${role} ${institution}`))).toEqual(new Set(held));
});

it('takes an editor of no publisher for the public', () => {
  expect(readerOf({ role: 'editor', institution: 'JUSTICE' })).toBe('PUBLIC');
  expect(editedPublisher({ role: 'editor', institution: 'JUSTICE' })).toBeNull();
});
