import { describe, expect, it } from 'vitest';
import { identify } from '../../src/identity/asker.js';
import type { Credential } from '../../src/identity/credential.js';
import type { Unit, UnitDirectory } from '../../src/identity/identity.js';

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
  subject: 's',
  clientId: 'c',
  role: 'filing',
  unit: 'xihu',
  firm: null,
  lawyer: null,
  ...claims,
});
const stated = (purpose?: string) => ({ purpose, matter: undefined });
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
    expect(await identify(credential({ role: 'self', lawyer: id.toUpperCase() }), stated(), units)).toMatchObject({
      lawyerId: id,
      purpose: 'OWN_DATA',
      firmId: null,
    });
  });

  it('names a matter of at most 100 characters, none of them halved', async () => {
    const matter = `a${'𠮷'.repeat(120)}`;
    const { matter: kept } = await identify(null, { purpose: undefined, matter }, units);
    expect(kept).toBe(`a${'𠮷'.repeat(99)}`);
  });

  it.each([
    ['an institution without a purpose', credential({}), undefined, 'PURPOSE_MISSING'],
    ['a purpose that is not in the list', credential({}), 'CURIOSITY', 'PURPOSE_UNKNOWN'],
    ['a purpose named like a property of every object', credential({}), 'toString', 'PURPOSE_UNKNOWN'],
    ['a role that does not exist', credential({ role: 'minister' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a role named like a property of every object', credential({ role: 'constructor' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a token that says it is the public', credential({ role: 'public' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a unit that does not exist', credential({ unit: 'nowhere' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a role of another institution than the unit', credential({ role: 'justice' }), 'TRIAL', 'ROLE_UNKNOWN'],
    ['a firm without its id', credential({ role: 'firm' }), undefined, 'ROLE_UNKNOWN'],
    ['a lawyer whose id is no id', credential({ role: 'self', lawyer: "' or true" }), undefined, 'ROLE_UNKNOWN'],
  ])('is refused: %s', async (_what, who, purpose, code) => {
    await expect(identify(who, stated(purpose), units)).rejects.toMatchObject({ code });
  });
});
