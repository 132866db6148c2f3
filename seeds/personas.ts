import type { PersonaClaims } from '../src/identity/development-issuer.js';
import type { Purpose } from '../src/identity/purposes.js';
import type { Role } from '../src/identity/roles.js';
import { personaFirmId, rivalFirmId, selfLawyerId, suspendedLawyerId } from './persona-records.js';

/** Somebody a trial token speaks for. `purpose` is what such a person mostly asks for; the request states it. */
export interface Persona {
  readonly name: string;
  readonly labelEn: string;
  readonly labelZh: string;
  readonly purpose: Purpose;
  readonly claims: PersonaClaims;
}

/** The client that every trial token names. */
export const TRIAL_CLIENT = 'lushu-trial';

type Bound = Pick<PersonaClaims, 'unit' | 'firm' | 'lawyer'>;

function persona(name: string, role: Role, bound: Bound, purpose: Purpose, labelZh: string, labelEn: string): Persona {
  const subject = `persona:${name}`;
  return { name, labelEn, labelZh, purpose, claims: { subject, clientId: TRIAL_CLIENT, role, ...bound } };
}

const xihu = { unit: '浙0106' };
const yinzhou = { unit: '浙0212' };
const high = { unit: '浙' };
const department = { unit: 'zj-justice' };
const association = { unit: 'zj-bar' };

// biome-ignore format: read as a table
/** Everybody `npm run -s token -- NAME` and the page's picker can be; units, firms and lawyers exist in every seeded hub. */
export const personas: readonly Persona[] = [
  persona('filing', 'filing', xihu, 'CASE_FILING', '杭州市西湖区人民法院立案庭', 'case filing, Xihu court'),
  persona('filing@xihu', 'filing', xihu, 'CASE_FILING', '杭州市西湖区人民法院立案庭', 'case filing, Xihu court'),
  persona('filing@yinzhou', 'filing', yinzhou, 'CASE_FILING', '宁波市鄞州区人民法院立案庭', 'case filing, Yinzhou court'),
  persona('judge', 'judge', xihu, 'TRIAL', '杭州市西湖区人民法院法官', 'judge, Xihu court'),
  persona('personnel', 'personnel', high, 'COURT_PERSONNEL', '浙江省高级人民法院政治部', 'personnel, high court'),
  persona('supervision', 'supervision', high, 'COURT_SUPERVISION', '浙江省高级人民法院督察部门', 'supervision, high court'),
  persona('supervision@xihu', 'supervision', xihu, 'COURT_SUPERVISION', '杭州市西湖区人民法院督察部门', 'supervision, Xihu court'),
  persona('justice', 'justice', { unit: 'zj-justice' }, 'LICENCE_ADMINISTRATION', '浙江省司法厅', 'department of justice'),
  persona('justice@hangzhou', 'justice', { unit: 'hangzhou-bureau' }, 'LICENCE_ADMINISTRATION', '杭州市司法局', 'bureau of justice, Hangzhou'),
  persona('justice@ningbo', 'justice', { unit: 'ningbo-bureau' }, 'LICENCE_ADMINISTRATION', '宁波市司法局', 'bureau of justice, Ningbo'),
  persona('bar', 'bar', { unit: 'zj-bar' }, 'MEMBERSHIP', '浙江省律师协会', 'lawyers association'),
  persona('editor', 'editor', { unit: 'zj-bar' }, 'PUBLICATION', '《浙江律师》编辑部', 'editor of the bar\'s journal'),
  persona('editor@court', 'editor', high, 'PUBLICATION', '《浙江审判》编辑部', 'editor of the court\'s journals'),
  persona('firm', 'firm', { firm: personaFirmId }, 'OWN_DATA', '浙江启枢律师事务所', 'law firm in Hangzhou, 24 lawyers'),
  persona('firm@rival', 'firm', { firm: rivalFirmId }, 'OWN_DATA', '浙江泊舟律师事务所', 'another law firm, in Ningbo'),
  persona('self', 'self', { lawyer: selfLawyerId }, 'OWN_DATA', '沈知微律师', 'a lawyer of the firm in Hangzhou'),
  persona('system', 'system', department, 'SYSTEM_ADMINISTRATION', '浙江省司法厅系统管理员', 'system administrator, department of justice'),
  persona('security', 'security', department, 'SECURITY_ADMINISTRATION', '浙江省司法厅安全管理员', 'security administrator, department of justice'),
  persona('audit', 'audit', department, 'AUDIT', '浙江省司法厅审计管理员', 'audit administrator, department of justice'),
  persona('system@court', 'system', high, 'SYSTEM_ADMINISTRATION', '浙江省高级人民法院系统管理员', 'system administrator, high court'),
  persona('security@court', 'security', high, 'SECURITY_ADMINISTRATION', '浙江省高级人民法院安全管理员', 'security administrator, high court'),
  persona('audit@court', 'audit', high, 'AUDIT', '浙江省高级人民法院审计管理员', 'audit administrator, high court'),
  persona('system@bar', 'system', association, 'SYSTEM_ADMINISTRATION', '浙江省律师协会系统管理员', 'system administrator, lawyers association'),
  persona('security@bar', 'security', association, 'SECURITY_ADMINISTRATION', '浙江省律师协会安全管理员', 'security administrator, lawyers association'),
  persona('audit@bar', 'audit', association, 'AUDIT', '浙江省律师协会审计管理员', 'audit administrator, lawyers association'),
  persona('self@suspended', 'self', { lawyer: suspendedLawyerId }, 'OWN_DATA', '贺兰舟律师(停止执业)', 'a suspended lawyer of the same firm'),
];

/** The persona of a name; undefined when there is none. */
export const personaNamed = (name: string): Persona | undefined => personas.find((known) => known.name === name);
