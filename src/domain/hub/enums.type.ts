import { GATEWAY_ROLE } from '../../identity/issuers.js';
import { purposes } from '../../identity/purposes.js';
import { roleTable } from '../../identity/roles.js';
import { enumOf } from '../../operation/enum.type.js';
import { clientStates } from './client.terms.js';
import { switchKinds } from './rule-pack.terms.js';

/** The Chinese column of a table of terms. */
const inChinese = <K extends string>(table: Readonly<Record<K, { readonly zh: string }>>) =>
  Object.fromEntries(Object.entries<{ readonly zh: string }>(table).map(([key, { zh }]) => [key, zh])) as Record<
    K,
    string
  >;

export const InstitutionEnum = enumOf('Institution', 'An institution, or a kind of asker outside of them (机构).', {
  COURT: '人民法院',
  JUSTICE: '司法行政机关',
  BAR: '律师协会',
  FIRM: '律师事务所',
  LAWYER: '律师本人',
  PUBLIC: '社会公众',
});
export const RoleEnum = enumOf('Role', 'A role of the permission matrix (角色).', inChinese(roleTable));
export const PurposeEnum = enumOf(
  'Purpose',
  'A purpose that X-Lushu-Purpose may state (使用目的).',
  inChinese(purposes),
);
export const SwitchKindEnum = enumOf('SwitchKind', 'Kind of value of a rule switch (开关类型).', switchKinds);
export const ClientStateEnum = enumOf('ClientState', 'State of a client (接入系统状态).', clientStates);
const { public: _anybody, ...ofTokens } = inChinese(roleTable);
export const ClientRoleEnum = enumOf(
  'ClientRole',
  'A role that a client may act in: one of a person or system, or `gateway`, which passes on what others ask (客户端角色).',
  { ...ofTokens, [GATEWAY_ROLE]: '网关' },
);
const { system, security, audit } = ofTokens;
export const AdministratorRoleEnum = enumOf('AdministratorRole', 'The three separate administrators (三类管理员).', {
  system,
  security,
  audit,
});
export const ActOutcomeEnum = enumOf('ActOutcome', 'How an act of administration ended (操作结果).', {
  ANSWERED: '成功',
  PARTLY_REFUSED: '部分拒绝',
  REFUSED: '拒绝',
});
