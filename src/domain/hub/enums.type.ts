import { purposes } from '../../identity/purposes.js';
import { roleTable } from '../../identity/roles.js';
import { enumOf } from '../../operation/enum.type.js';

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
