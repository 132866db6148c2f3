import { describe, expect, it } from 'vitest';
import { identify } from '../../src/identity/asker.js';
import type { Credential } from '../../src/identity/credential.js';
import type { Unit, UnitDirectory } from '../../src/identity/identity.js';
import { spokenFor } from '../../src/identity/issuers.js';

const court: Unit = {
  id: '1',
  code: 'xihu',
  institution: 'COURT',
  name: '西湖法院',
  divisionCode: '330106',
  courtId: 'c',
  area: [],
  areaCourtIds: [],
};
const units: UnitDirectory = { find: async (code) => (code === 'xihu' ? court : null) };
const credential = (claims: Partial<Credential>): Credential => ({
  issuer: 'https://id.example',
  institutions: spokenFor,
  subject: 's',
  clientId: 'c',
  roles: ['filing'],
  unit: 'xihu',
  firm: null,
  lawyer: null,
  boundTo: null,
  keyId: null,
  expiresAt: new Date(0),
  ...claims,
});
const stated = (purpose?: string, role?: string) => ({ role, purpose, matter: undefined });
const id = '0190a000-0000-7000-8000-000000000001';

describe('an asker', () => {
  it('without a token is the public, with its purpose', async () => {
    expect(await identify(null, stated(), units)).toMatchObject({
      role: 'public',
      institution: 'PUBLIC',
      purpose: 'PUBLIC_INQUIRY',
      unit: null,
    });
  });

  it('of an institution acts for its unit and states its purpose', async () => {
    expect(await identify(credential({}), stated('CASE_FILING'), units)).toMatchObject({
      role: 'filing',
      institution: 'COURT',
      unit: court,
    });
  });

  it('who is a lawyer is bound to his own record', async () => {
    expect(await identify(credential({ roles: ['self'], lawyer: id.toUpperCase() }), stated(), units)).toMatchObject({
      lawyerId: id,
      purpose: 'OWN_DATA',
      firmId: null,
    });
  });

  it('acts in one of the roles it holds, and may ask as anybody may', async () => {
    const both = credential({ roles: ['filing', 'judge', 'no role of the hub'] });
    expect(await identify(both, stated('TRIAL', 'judge'), units)).toMatchObject({ role: 'judge' });
    expect(await identify(both, stated(undefined, 'public'), units)).toMatchObject({ role: 'public', unit: null });
    const bar = credential({ roles: ['filing'], institutions: ['BAR'] });
    expect(await identify(bar, stated(undefined, 'public'), units)).toMatchObject({ institution: 'PUBLIC' });
  });

  it('names a matter of at most 100 characters, none of them halved', async () => {
    const matter = `a${'𠮷'.repeat(120)}`;
    const { matter: kept } = await identify(null, { role: undefined, purpose: undefined, matter }, units);
    expect(kept).toBe(`a${'𠮷'.repeat(99)}`);
  });

  it.each([
    ['an institution without a purpose', credential({}), undefined, 'PURPOSE_MISSING'],
    ['a purpose that is not in the list', credential({}), 'CURIOSITY', 'PURPOSE_UNKNOWN'],
    ['a purpose named like a property of every object', credential({}), 'toString', 'PURPOSE_UNKNOWN'],
    ['a role that does not exist', credential({ roles: ['minister'] }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a role named like a property of every object', credential({ roles: ['constructor'] }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a token that holds no role', credential({ roles: [] }), 'TRIAL', 'ROLE_UNKNOWN'],
    [
      'roles that one person may not combine',
      credential({ roles: ['filing', 'personnel'] }),
      'TRIAL',
      'ROLES_CONFLICT',
    ],
    ['several roles of which none is named', credential({ roles: ['filing', 'judge'] }), 'TRIAL', 'ROLE_UNSTATED'],
    ['a court by an issuer of the bar', credential({ institutions: ['BAR', 'FIRM'] }), 'TRIAL', 'ISSUER_OVERREACHES'],
    [
      'a lawyer by an issuer of firms',
      credential({ roles: ['self'], lawyer: id, institutions: ['FIRM'] }),
      undefined,
      'ISSUER_OVERREACHES',
    ],
    ['a token that says it is the public', credential({ roles: ['public'] }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a unit that does not exist', credential({ unit: 'nowhere' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a role of another institution than the unit', credential({ roles: ['justice'] }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a firm without its id', credential({ roles: ['firm'] }), undefined, 'ROLE_UNKNOWN'],
    ['a lawyer whose id is no id', credential({ roles: ['self'], lawyer: "' or true" }), undefined, 'ROLE_UNKNOWN'],
  ])('is refused: %s', async (_what, who, purpose, code) => {
    await expect(identify(who, stated(purpose), units)).rejects.toMatchObject({ code });
  });

  it('is refused a role that it names and does not hold', async () => {
    await expect(identify(credential({}), stated('TRIAL', 'judge'), units)).rejects.toMatchObject({
      code: 'ROLE_NOT_HELD',
    });
  });
});
