import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from '../../../seeds/random.js';
import type { Coverage } from './coverage.js';
import type { Memory } from './memory.js';
import { nearMiss, wrongValue } from './misses.js';
import { camel, type Subject, type Vocabulary } from './vocabulary.js';

/** What values are made for: the type an `id` names, and who asks. */
export interface Purpose {
  readonly idType: string;
  readonly memory: Memory;
  /** Whether the asker may use an argument, by its coordinate. */
  readonly mayUse: (coordinate: string) => boolean;
  /** Of the values of this operation one is to be wrong. */
  wrong: boolean;
}

/** Names of inputs whose words stand under another name. */
const otherName: Readonly<Record<string, readonly string[]>> = {
  certificateNos: ['certificateNo'],
  mergedCertificateNos: ['certificateNo'],
  newCertificateNo: ['certificateNo'],
  lawyerCertificateNo: ['certificateNo'],
  firmCreditCode: ['unifiedSocialCreditCode'],
  namePrefix: ['fullName', 'name'],
  formerCourts: ['court'],
  authors: ['fullName'],
  journal: ['title'],
  on: ['effectiveOn', 'decidedOn', 'fromOn'],
  value: ['mobile', 'email', 'officeAddress'],
};

const NEAR_MISSES = 0.03;
const FORBIDDEN = 0.1;
/** Inputs may nest without end; what is missing is looked for so deep. */
const NESTED = 4;
const KNOWN_ID = 0.93;

/** Makes values of input types: from one record of the vocabulary where it can be, so that they go together. */
export class Values {
  private serial = 0;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly random: Random,
    private readonly coverage: Coverage,
    private readonly today: string,
  ) {}

  /** The arguments of a field; some of those that may be left out are, and mostly those that are forbidden. */
  given(coordinate: string, args: readonly GraphQLArgument[], purpose: Purpose): Record<string, unknown> {
    const page = this.pageAfter(coordinate, args, purpose);
    if (page) return page;
    const isEntity = !args.some(({ name }) => name === 'first');
    const names = args.map(({ name }) => name);
    const subject = this.vocabulary.subjectFor(names, purpose.idType, this.random);
    const chosen = args.filter(
      (argument) =>
        this.isChosen(argument, `${coordinate}(${argument.name}:)`) &&
        (purpose.mayUse(`${coordinate}(${argument.name}:)`) || this.random.chance(FORBIDDEN)),
    );
    if (isEntity && chosen.length === 0 && args.length > 0) chosen.push(this.random.pick(args));
    return this.filled(chosen, subject, purpose);
  }

  /** The type whose record an argument `id` names: one that the field is called after, or else what it returns. */
  idTypeOf(field: string, returned: string): string {
    const words = field.split(/(?=[A-Z])/).slice(1);
    for (let start = 0; start < words.length; start++) {
      const noun = words.slice(start).join('');
      if (this.vocabulary.knows(noun)) return noun;
    }
    return returned;
  }

  /** A value of an input type. */
  value(type: GraphQLInputType, name: string, subject: Subject, purpose: Purpose): unknown {
    const nullable = getNullableType(type);
    if (purpose.wrong && this.random.chance(0.4)) {
      purpose.wrong = false;
      return wrongValue(type, this.random);
    }
    if (isListType(nullable)) return this.list(nullable.ofType as GraphQLInputType, name, subject, purpose);
    if (isInputObjectType(nullable)) return this.object(Object.values(nullable.getFields()), nullable.name, purpose);
    if (isEnumType(nullable)) return this.enumValue(nullable, subject[name] ?? this.word(name));
    const value = this.scalar(nullable, name, subject, purpose);
    return this.random.chance(NEAR_MISSES) ? nearMiss(value, this.random) : value;
  }

  /** Goes on where a page of this list ended. */
  private pageAfter(coordinate: string, args: readonly GraphQLArgument[], { memory }: Purpose) {
    if (!args.some(({ name }) => name === 'after') || !this.random.chance(0.3)) return undefined;
    const page = memory.page(coordinate, this.random);
    return page && { ...page.given, after: page.cursor };
  }

  private isChosen(input: GraphQLArgument | GraphQLInputField, coordinate: string): boolean {
    if (isNonNullType(input.type) && input.defaultValue === undefined) return true;
    if (input.name === 'after') return this.random.chance(0.03);
    if (input.name === 'first') return this.random.chance(0.9);
    return this.random.chance(this.isMissing(input.type, coordinate) ? 0.8 : 0.3);
  }

  /** Whether an input, or a field of the object that it is, was not reached yet. */
  private isMissing(type: GraphQLInputType, coordinate: string, depth = 0): boolean {
    const named = getNamedType(type);
    if (isEnumType(named) && named.getValues().some(({ name }) => this.coverage.isMissing(`${named.name}.${name}`)))
      return true;
    const within = isInputObjectType(named) && depth < NESTED ? Object.values(named.getFields()) : [];
    return (
      this.coverage.isMissing(coordinate) ||
      within.some((field) => this.isMissing(field.type, `${named.name}.${field.name}`, depth + 1))
    );
  }

  private list(type: GraphQLInputType, name: string, subject: Subject, purpose: Purpose): unknown[] {
    const known = subject[name];
    if (Array.isArray(known) && this.random.chance(0.8)) return known;
    const count = this.random.chance(0.02) ? 0 : this.random.int(1, 3);
    const values = Array.from({ length: count }, () => this.value(type, name, {}, purpose));
    return isEnumType(getNamedType(type)) ? [...new Set(values)] : values;
  }

  /** An input as a record of the database would fill it, or with parts left out and put in. */
  private object(fields: readonly GraphQLInputField[], type: string, purpose: Purpose): Record<string, unknown> {
    const subject = this.vocabulary.subjectFor(
      fields.map(({ name }) => name),
      purpose.idType,
      this.random,
    );
    const isFaithful = fields.some(({ type: of }) => isNonNullType(of)) && this.random.chance(0.6);
    const chosen = fields.filter((field) =>
      isFaithful && !isNonNullType(field.type)
        ? (this.isMissing(field.type, `${type}.${field.name}`) && this.random.chance(0.3)) ||
          isFilled(subject[field.name])
        : this.isChosen(field, `${type}.${field.name}`),
    );
    if (chosen.length === 0 && fields.length > 0) chosen.push(this.random.pick(fields));
    return this.filled(chosen, subject, purpose);
  }

  private filled(inputs: readonly (GraphQLArgument | GraphQLInputField)[], subject: Subject, purpose: Purpose) {
    const made: Record<string, unknown> = {};
    for (const { name, type } of inputs) made[name] = this.value(type, name, subject, purpose);
    // a pair that says which field it is about, and its value
    const spoken = Object.values(made).find((value) => typeof value === 'string' && this.vocabulary.has(camel(value)));
    if (typeof made.value === 'string' && typeof spoken === 'string' && /^[A-Z_]+$/.test(spoken))
      made.value = this.vocabulary.word(camel(spoken), this.random);
    return made;
  }

  private enumValue(type: GraphQLNamedType & { getValues(): readonly { name: string }[] }, known: unknown): string {
    const names = type.getValues().map(({ name }) => name);
    const missing = names.filter((name) => this.coverage.isMissing(`${type.name}.${name}`));
    if (missing.length > 0 && this.random.chance(0.6)) return this.random.pick(missing);
    if (typeof known === 'string' && names.includes(known) && this.random.chance(0.8)) return known;
    return this.random.pick(names);
  }

  private scalar(type: GraphQLNamedType, name: string, subject: Subject, purpose: Purpose): unknown {
    if (type.name === 'Boolean') return this.random.chance(0.7);
    if (name === 'first') return this.random.int(1, 4);
    if (name === 'after') return purpose.memory.anyCursor(this.random) ?? 'bm8=';
    if (name === 'key') return this.random.chance(0.9) ? `key-${this.serial++}` : `key-${this.random.int(0, 20)}`;
    if (name === 'clientId' && this.random.chance(0.8)) return `client-${this.serial++}`;
    if (name === 'version' && this.random.chance(0.9)) return `v${this.serial++}`;
    if (name === 'number' && this.random.chance(0.8)) return this.random.int(60, 999);
    if (type.name === 'ID') return this.id(name, subject, purpose);
    const own = subject[name];
    const known = own == null || typeof own === 'object' ? this.word(name) : own;
    const wanted = name === 'namePrefix' && typeof known === 'string' ? this.prefix(known) : known;
    if (/Date/.test(type.name)) return this.day(type.name, wanted);
    if (type.name === 'Int') return typeof wanted === 'number' ? wanted : this.random.int(1, 60);
    if (type.name === 'Float') return typeof wanted === 'number' ? wanted : this.random.int(100, 90_000);
    return typeof wanted === 'string' ? wanted : String(wanted ?? `词${this.random.int(0, 99)}`);
  }

  private id(name: string, subject: Subject, { idType, memory }: Purpose): unknown {
    if (name === 'id') {
      const learned = memory.id(idType, this.random);
      if (learned && this.random.chance(KNOWN_ID)) return learned;
      return this.vocabulary.idOf(idType, this.random) ?? this.unknownId();
    }
    const own = subject[name];
    return (typeof own === 'string' ? own : this.vocabulary.idNamed(name, this.random)) ?? this.unknownId();
  }

  private word(name: string): unknown {
    for (const known of [name, ...(otherName[name] ?? [])])
      if (this.vocabulary.has(known)) return this.vocabulary.word(known, this.random);
    return undefined;
  }

  private prefix(text: string): string {
    const letters = [...text];
    return letters.slice(0, this.random.int(1, Math.min(4, letters.length))).join('');
  }

  /** Mostly of the vocabulary, else of these months. */
  private day(type: string, known: unknown): string {
    const day =
      typeof known === 'string' && /^\d{4}-\d\d-\d\d/.test(known) && this.random.chance(0.7)
        ? known.slice(0, 10)
        : new Date(Date.parse(this.today) + this.random.int(-120, 60) * 86_400_000).toISOString().slice(0, 10);
    return type.endsWith('Time') ? `${day}T0${this.random.int(0, 9)}:00:00+08:00` : day;
  }

  private unknownId(): string {
    return `00000000-0000-7000-8000-${String(this.random.int(0, 999_999)).padStart(12, '0')}`;
  }
}

/** A value a record has: neither null nor an empty list. */
const isFilled = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0);
