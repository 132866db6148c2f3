import { isIPv6 } from 'node:net';
import { Refusal } from '../../kernel/refusal.js';
import { Buckets } from './buckets.js';
import type { Holding } from './holding.js';
import { Tally } from './tally.js';

const FAILURES_PER_SECOND = 5;
const FAILURES_AT_ONCE = 50;
/** New tokens of one source that wait while it is under suspicion. */
const WAITING = 50;
const PROVEN = 10_000;

/**
 * Keeps tokens that nobody issued from costing signatures: only failures count, for their network source. From a source
 * with too many of them a token not seen before waits before it is checked, and is refused (RATE_LIMITED) when too many
 * wait; tokens that have proved good pass, so that whoever shares the address goes on.
 */
export class Strangers {
  private readonly failures = new Buckets(FAILURES_PER_SECOND, FAILURES_AT_ONCE);
  private readonly waiting = new Tally(WAITING);
  private readonly proven = new Set<string>();

  constructor(private readonly holding: Holding) {}

  /** Lets the tokens of a request be checked, perhaps after a wait. */
  async admit(source: string, tokens: readonly string[]): Promise<void> {
    if (!this.failures.isEmpty(source) || tokens.every((token) => this.proven.has(token))) return;
    if (!this.waiting.enter(source)) throw new Refusal('RATE_LIMITED', [], { retryAfterSeconds: 1 });
    const isKept = await this.holding.keep().finally(() => this.waiting.leave(source));
    if (!isKept) throw new Refusal('RATE_LIMITED', [], { retryAfterSeconds: 1 });
  }

  /** Notes tokens that have proved good. */
  passed(tokens: readonly string[]): void {
    for (const token of tokens) {
      this.proven.delete(token);
      if (this.proven.size >= PROVEN) this.proven.delete(this.proven.keys().next().value as string);
      this.proven.add(token);
    }
  }

  /** Counts a failure, and its tokens as good no more: a right that was taken away is found by the database each time. */
  failed(source: string, tokens: readonly string[]): void {
    for (const token of tokens) this.proven.delete(token);
    if (!this.failures.isEmpty(source)) this.failures.charge(source, 1);
  }
}

/** What a network source is counted as: an address, of IPv6 its /64, which one subscriber has whole. */
export function sourceOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !isIPv6(ip)) return mapped ?? ip;
  const [head = '', tail] = ip.replace(/%.*/, '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => '0');
  return `${[...groups, ...missing, ...after].slice(0, 4).join(':')}::/64`;
}
