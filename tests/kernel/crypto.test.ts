import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { softwareCrypto } from '../../src/kernel/crypto.js';

const keys = { hashKey: Buffer.alloc(32, 1), cipherKey: Buffer.alloc(16, 2), macKey: Buffer.alloc(32, 3) };
const crypto = softwareCrypto(keys);

describe('the software cipher', () => {
  it('has the SM3 of the standard', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('matches equal values, and others not', () => {
    expect(crypto.match('11010519491231002X')).toMatch(/^[0-9a-f]{64}$/);
    expect(crypto.match('11010519491231002X')).toBe(crypto.match('11010519491231002X'));
    expect(crypto.match('11010519491231002X')).not.toBe(crypto.match('110105194912310021'));
  });

  it('matches under its own key and domain only', () => {
    const other = softwareCrypto({ ...keys, hashKey: Buffer.alloc(32, 9) });
    expect(other.match('value')).not.toBe(crypto.match('value'));
    expect(createHmac('sm3', keys.hashKey).update('value').digest('hex')).not.toBe(crypto.match('value'));
  });

  it.each(['11010519491231002X', '', '𠮷田·买买提', 'x'.repeat(10_000)])('opens what it sealed', (plain) => {
    const sealed = crypto.seal(plain);
    expect(sealed).toMatch(/^v1:[\w-]+$/);
    expect(crypto.open(sealed)).toBe(plain);
  });

  it('seals the same text differently each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => crypto.seal('same')))).toHaveProperty('size', 100);
  });

  it('opens nothing in which a bit was turned', () => {
    const bytes = Buffer.from(crypto.seal('11010519491231002X').slice(3), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => crypto.open(`v1:${turned.toString('base64url')}`)).toThrow('does not verify');
    }
    expect(bytes).toHaveLength(16 + 32 + 32);
  });

  it.each([
    ['under another key', softwareCrypto({ ...keys, macKey: Buffer.alloc(32, 8) }).seal('text')],
    ['of another version', crypto.seal('text').replace('v1:', 'v2:')],
    ['without a version', crypto.seal('text').slice(3)],
    ['too short to hold anything', 'v1:AAAA'],
    ['empty', ''],
  ])('opens nothing %s', (_, sealed) => {
    expect(() => crypto.open(sealed)).toThrow('does not verify');
  });

  it('takes no key of another length, nor one key for two ends', () => {
    expect(() => softwareCrypto({ ...keys, cipherKey: randomBytes(32) })).toThrow('crypto keys');
    expect(() => softwareCrypto({ ...keys, hashKey: randomBytes(16) })).toThrow('crypto keys');
    expect(() => softwareCrypto({ ...keys, macKey: keys.hashKey })).toThrow('crypto keys');
  });
});
