import { COST_OF_A_REQUEST, TOKEN_LIMIT, WORDS_OF_A_REQUEST } from './settings.js';

/**
 * What reading and checking a document costs, in fields answered: nothing below 200 words, which the request itself pays;
 * from there on by the square of their number, since the rules of GraphQL compare fields with one another.
 */
export function costOfWords(source: string): number {
  return Math.floor((wordsIn(source) / WORDS_OF_A_REQUEST) ** 2) * COST_OF_A_REQUEST;
}

/** No more than the parser would read. */
function wordsIn(source: string): number {
  const word = /\w+/g;
  let count = 0;
  while (count < TOKEN_LIMIT && word.test(source)) count += 1;
  return count;
}
