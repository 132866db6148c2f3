import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';

const LONGEST = 255;

/** Names that stand for nobody in particular: those the hub gives to whoever has none, and what products come with. */
const SHARED = [
  'admin',
  'administrator',
  'anonymous',
  'default',
  'guest',
  'operator',
  'public',
  'root',
  'shared',
  'test',
  'unnamed',
  'user',
  '共享账号',
  '公共账号',
  '公用账号',
  '匿名',
  '操作员',
  '来宾',
  '测试',
  '测试账号',
  '用户',
  '管理员',
  '系统管理员',
  '访客',
  '超级管理员',
  '默认',
];

/** `admin1`, `test-02`, `管理员3`: a number makes nobody of them. */
const NUMBERED = /[-_. ]?\d{0,3}$/;

/** What an issuer names, to the letter: it is compared with tokens as it stands. Throws TEXT_INVALID. */
export function issuerText(text: string): string {
  if (plainText(text, LONGEST) !== text) throw new Refusal('TEXT_INVALID', [], { limit: LONGEST });
  return text;
}

/**
 * The name of a client or administrator, to the letter; throws TEXT_INVALID, and ACCOUNT_SHARED for a default or shared
 * one. Asked at registration and appointment only: whom a provider calls so is let in, with the roles his token says.
 */
export function ownName(text: string): string {
  const plain = issuerText(text).normalize('NFKC').toLowerCase().replaceAll('帐', '账');
  if (SHARED.includes(plain.replace(NUMBERED, ''))) throw new Refusal('ACCOUNT_SHARED');
  return text;
}
