import type { Purpose } from '../../identity/purposes.js';
import type { Role } from '../../identity/roles.js';

/**
 * Which purposes a role may claim, beside the matrix. A role acts within its duties: 个人信息保护法 34 国家机关为履行法定职责
 * 处理个人信息,应当依照法律、行政法规规定的权限、程序进行,不得超出履行法定职责所必需的范围和限度. Not listed is closed.
 */
// biome-ignore format: read as a table
export const purposesByRole: Readonly<Record<Role, readonly Purpose[]>> = {
  filing:      ['CASE_FILING', 'ROSTER', 'PUBLICATION'],
  judge:       ['TRIAL', 'ROSTER', 'PUBLICATION'],
  personnel:   ['COURT_PERSONNEL', 'PUBLICATION'],
  supervision: ['COURT_SUPERVISION', 'PUBLICATION'],
  justice:     ['LICENCE_ADMINISTRATION', 'DISCIPLINE', 'ROSTER', 'PUBLICATION'],
  bar:         ['MEMBERSHIP', 'DISCIPLINE', 'ROSTER', 'PUBLICATION'],
  editor:      ['PUBLICATION'],
  firm:        ['OWN_DATA', 'PUBLIC_INQUIRY', 'PUBLICATION'],
  self:        ['OWN_DATA', 'PUBLIC_INQUIRY', 'PUBLICATION'],
  public:      ['PUBLIC_INQUIRY'],
  system:      ['SYSTEM_ADMINISTRATION'],
  security:    ['SECURITY_ADMINISTRATION'],
  audit:       ['AUDIT'],
};

/** May a role claim a purpose. */
export const mayClaim = (role: Role, purpose: Purpose): boolean => purposesByRole[role].includes(purpose);
