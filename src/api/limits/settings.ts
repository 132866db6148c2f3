import { defaultLimits, type Limits } from '../../kernel/limits.js';

export const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
export const DEPTH_LIMIT = 12;
/** Introspection is deep by itself: GraphiQL's own is 21 deep, with 9 levels of `ofType` in fragments. */
export const INTROSPECTION_DEPTH_LIMIT = 24;
export const ALIAS_LIMIT = 50;
export const ROOT_FIELD_LIMIT = 20;
export const DIRECTIVE_LIMIT = 50;
/** Checking a document takes time in the square of its size: 2,000 tokens some 20 ms at worst, 5,000 over 100. */
export const TOKEN_LIMIT = 2_000;
/** Characters of a document: more is no word of it, but blanks and remarks. */
export const DOCUMENT_LIMIT = 64 * 1024;
export const VARIABLE_DEPTH_LIMIT = 64;
/** Errors of a document that are told; more would answer a small request with a large one. */
export const ERROR_LIMIT = 20;
/** What an operation may cost for what one request takes from the rate. */
export const COST_OF_A_REQUEST = 500;
/** Words of a document that are checked for one request; checking takes time in the square of their number. */
export const WORDS_OF_A_REQUEST = 200;
/** Bytes of a body, which are parsed, checked and hashed, for what one request takes from the rate. */
export const BYTES_OF_A_REQUEST = 8 * 1024;

/** The limits a hub is started with; what is not said is as an operator has it without settings. */
export const limitsOf = (given: Partial<Limits> = {}): Limits => ({ ...defaultLimits, ...given });
