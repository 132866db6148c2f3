import { BODY_LIMIT_BYTES } from '../../src/api/limits/settings.js';
import type { Role } from '../../src/identity/roles.js';
import { leakIn } from './fuzz-canaries.js';
import type { Sent } from './fuzz-request.js';

/** What came back; status 0: nothing did. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What is wrong with an answer: under which count, and in words. */
export interface Fault {
  readonly count: 'noAnswer' | 'internal' | 'leaks';
  readonly what: string;
}

/** What Node reads of a request's head before it closes the connection. */
const HEAD_LIMIT_BYTES = 16 * 1024;

/** Whose a request is: the roles of the tokens that are good. A token is told by what was signed and the bytes of the signature. */
export class Bearers {
  private readonly roles: ReadonlyMap<string, Role>;

  constructor(tokens: Iterable<readonly [token: string, role: Role]>) {
    this.roles = new Map([...tokens].map(([token, role]) => [told(token), role]));
  }

  /** The role that the request's token gives it, or the public's by its own word; a token that is not good gives none. */
  roleOf({ headers }: Pick<Sent, 'headers'>): Role {
    if (headers['x-lushu-role'] === 'public') return 'public';
    const token = /^Bearer (\S+)$/i.exec(headers.authorization?.trim() ?? '')?.[1];
    return (token && this.roles.get(told(token))) || 'public';
  }
}

function told(token: string): string {
  const [head, claims, signature = '', ...more] = token.split('.');
  return [head, claims, Buffer.from(signature, 'base64url').toString('hex'), ...more].join('.');
}

/** What is wrong with the answer to a request that was asked in a role; null when nothing is. */
export function faultIn(sent: Sent, { status, text }: Answer, role: Role): Fault | null {
  if (status === 0) return mayGoUnanswered(sent) ? null : { count: 'noAnswer', what: 'no answer' };
  if ((status >= 500 && status !== 503) || text.includes('"INTERNAL"'))
    return { count: 'internal', what: 'an inner error' };
  const leak = leakIn(text, role);
  return leak === null ? null : { count: 'leaks', what: `a leak to ${role} (${leak})` };
}

/** Whether the hub may close the connection on a request: its head or its body is over the limit. */
export function mayGoUnanswered({ method, path, headers, body }: Sent): boolean {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.byteLength(`${method} ${path} HTTP/1.1\r\n${lines.join('')}`);
  return head >= HEAD_LIMIT_BYTES || body.length > BODY_LIMIT_BYTES;
}
