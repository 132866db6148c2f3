import { type RefusalCode, refusalCodes } from './refusal-codes.js';

/** Where in the input the fault lies, from the argument downwards: `['input', 'events', 3, 'suspendedUntil']`. */
export type FaultPath = readonly (string | number)[];

/** Fills `{placeholders}` of a sentence; never given a personal value. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** A coded "no" that may be shown to anybody. Anything else that is thrown becomes INTERNAL. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly at: FaultPath = [],
    readonly details: RefusalDetails = {},
  ) {
    // a refusal is an answer, not a fault: nobody reads its stack, and a batch may make a thousand of them
    const traced = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(sentence(refusalCodes[code].en, details));
    Error.stackTraceLimit = traced;
  }

  /** The sentence in Chinese. */
  get messageZh(): string {
    return sentence(refusalCodes[this.code].zh, this.details);
  }

  /** HTTP status when the whole request is refused with this code. */
  get status(): number {
    return refusalCodes[this.code].status;
  }

  /** The same refusal seen from further out. */
  under(...prefix: FaultPath): Refusal {
    return new Refusal(this.code, [...prefix, ...this.at], this.details);
  }
}

function sentence(template: string, details: RefusalDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
