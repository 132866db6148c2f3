/** A seeded source of believable choices: the same key always gives the same sequence, on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(...key: readonly (string | number)[]) {
    [this.#a, this.#b, this.#c] = hash(key.join('/'));
    for (let i = 0; i < 8; i++) this.#bits();
  }

  /** A number from 0 up to but not 1. */
  next(): number {
    return this.#bits() / 4_294_967_296;
  }

  /** A whole number from `min` to `max`, both included; `min` when the range is empty. */
  int(min: number, max: number): number {
    return max <= min ? min : min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** One of the items, each as often as its weight says. */
  draw<T>(items: readonly T[], weightOf: (item: T) => number): T {
    let left = this.next() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return items[items.length - 1] as T;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Small fast counter (sfc32), after PractRand by Chris Doty-Humphrey. */
  #bits(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** Ids of the form of a version 7 UUID for one kind of record; they sort by index. */
export function idsOf(seed: string, kind: string): (index: number) => string {
  const [a, b, c] = hash(`${seed}/${kind}`);
  return (index) => {
    const time = (FIRST_MILLIS + index).toString(16).padStart(12, '0');
    const [low, middle, high] = [mix(a ^ index), mix(b + Math.imul(index, GOLDEN)), mix(c ^ Math.imul(index, ~GOLDEN))];
    const variant = (0x8000 | (middle & 0x3fff)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(low >>> 20, 3)}-${variant}-${hex(high, 8)}${hex(low & 0xffff, 4)}`;
  };
}

/** A one-to-one shuffle of the whole numbers below `size`, so that what is numbered in turn does not look so. */
export function scatter(seed: string, kind: string, size: number): (index: number) => number {
  const offset = hash(`${seed}/${kind}`)[0] >>> 0;
  return (index) => {
    if (index >= size) throw new RangeError(`${kind}: at most ${size} can be generated`);
    return (index * STRIDE + offset) % size;
  };
}

const FIRST_MILLIS = Date.UTC(2024, 0, 1);
const GOLDEN = 0x9e3779b1;
/** A prime that divides none of the sizes in use. */
const STRIDE = 618_463;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

function hash(text: string): [number, number, number] {
  let [a, b, c] = [0x2f9be6cc, 0x1ba3e2d7, 0x61c88647];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x85ebca6b);
    b = Math.imul(b ^ code, 0xc2b2ae35);
    c = Math.imul(c ^ code, 0x27d4eb2f);
    [a, b, c] = [a ^ (b >>> 15), b ^ (c >>> 13), c ^ (a >>> 16)];
  }
  return [mix(a), mix(b), mix(c)];
}

function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
