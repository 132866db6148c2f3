import { describe, expect, it } from 'vitest';
import { inventName } from '../../seeds/names.js';
import { idsOf, Random, scatter } from '../../seeds/random.js';
import { parsePersonName } from '../../src/kernel/person-name.js';
import { isUuid } from '../../src/kernel/uuid.js';

const drawn = (...key: (string | number)[]) => {
  const random = new Random(...key);
  return Array.from({ length: 50 }, () => random.next());
};

describe('seeded chance', () => {
  it('is the same for the same key on every machine, and another for another', () => {
    expect(drawn('a', 1)).toEqual(drawn('a', 1));
    expect(drawn('a', 1)).not.toEqual(drawn('a', 2));
    expect(new Random('lushu').int(0, 1_000_000)).toBe(95_991);
  });

  it('is even: each tenth of 100,000 draws holds a tenth of them', () => {
    const random = new Random('even');
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = random.int(0, 9);
      tenths[tenth] = (tenths[tenth] as number) + 1;
    }
    expect(tenths.filter((count) => Math.abs(count - 10_000) > 400)).toEqual([]);
  });

  it('draws by weight', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 10_000 }, () =>
      random.draw(['a', 'b', 'c'], (item) => (item === 'a' ? 0.9 : 0.05)),
    );
    expect(picked.filter((item) => item === 'a').length / 10_000).toBeCloseTo(0.9, 1);
    expect(new Set(picked)).toEqual(new Set(['a', 'b', 'c']));
  });
});

describe('seeded ids', () => {
  const idOf = idsOf('seed', 'kind');
  const ids = Array.from({ length: 20_000 }, (_, i) => idOf(i));

  it('are unique UUIDs of version 7 that sort by index', () => {
    expect(ids.filter((id) => !isUuid(id) || !/^.{14}7.{4}[89ab]/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(20_000);
    expect([...ids].sort()).toEqual(ids);
  });

  it('differ by seed and by kind', () => {
    expect(new Set([idOf(7), idsOf('seed', 'other')(7), idsOf('other', 'kind')(7)]).size).toBe(3);
  });
});

describe('a scattering', () => {
  it('gives every number once, and none beyond its size', () => {
    const place = scatter('seed', 'kind', 2112);
    expect(new Set(Array.from({ length: 2112 }, (_, i) => place(i))).size).toBe(2112);
    expect(() => place(2112)).toThrow(RangeError);
  });
});

describe('invented names', () => {
  const random = new Random('names');
  const names = Array.from({ length: 20_000 }, () => inventName(random));
  const share = (holds: (name: (typeof names)[number]) => boolean) => names.filter(holds).length / names.length;

  it('are in the form that is stored', () => {
    const all = names.flatMap(({ fullName, formerNames }) => [fullName, ...formerNames]);
    expect(all.filter((name) => parsePersonName(name) !== name)).toEqual([]);
    expect(all.length).toBeGreaterThan(20_000);
  });

  it('hold a middle dot, a rare character, a former name as often as they should', () => {
    expect(share(({ fullName }) => fullName.includes('·'))).toBeCloseTo(1 / 80, 2);
    expect(share(({ formerNames }) => formerNames.length > 0)).toBeCloseTo(1 / 40, 2);
    expect(share(({ fullName }) => /[𠮷㛃䶮堃犇喆翀烜燊垚淼焱劼赟彧昉祎琎玥婳𬸦𬭎𫍲𪻐]/u.test(fullName))).toBeCloseTo(
      1 / 60,
      2,
    );
  });
});
