import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isAway, isBusy } from '../db/away.js';
import { Refusal } from '../kernel/refusal.js';
import type { RefusalCode } from '../kernel/refusal-codes.js';
import { TOKEN_LIMIT } from './limits/settings.js';

/** Codes of an outage: nothing is disclosed, and the trail counts what it cost. */
export const OUTAGES = ['DATABASE_UNAVAILABLE', 'TRAIL_UNAVAILABLE'] as const satisfies RefusalCode[];

const RETRY_AFTER_SECONDS: Readonly<Record<number, number>> = { 429: 1, 503: 2 };

/** The header Retry-After of a refusal that is not for good, in seconds (RFC 9110, 10.2.3). */
export function retryAfterOf({ status, details }: Refusal): string | null {
  const seconds = details.retryAfterSeconds ?? RETRY_AFTER_SECONDS[status];
  return seconds === undefined ? null : String(seconds);
}

/** The parser's own sentence: it counts tokens, and has no code for it. */
const TOKENS = /^Syntax Error: Document contains more that? \d+ tokens/;

/** Codes of Apollo Server and what they are here. */
const apolloCodes: Readonly<Record<string, RefusalCode>> = {
  GRAPHQL_PARSE_FAILED: 'DOCUMENT_UNPARSABLE',
  GRAPHQL_VALIDATION_FAILED: 'DOCUMENT_INVALID',
  BAD_USER_INPUT: 'VARIABLES_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNKNOWN',
  BAD_REQUEST: 'REQUEST_MALFORMED',
};

/** A refusal as a GraphQL error that refuses the whole request, with its HTTP status; `origin` has it behind itself. */
export function requestError(refusal: Refusal, origin: Error = refusal): GraphQLError {
  const retryAfter = retryAfterOf(refusal);
  const headers = new Map(retryAfter === null ? [] : [['retry-after', retryAfter]]);
  return new GraphQLError(refusal.message, {
    originalError: origin,
    extensions: { http: { status: refusal.status, headers } },
  });
}

/** The refusal behind any error; INTERNAL for what nobody foresaw. */
export function refusalBehind(error: unknown, apolloCode?: unknown): Refusal {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth++) {
    if (cause instanceof Refusal) return cause;
    if (TOKENS.test(cause.message)) return new Refusal('TOO_MANY_TOKENS', [], { limit: TOKEN_LIMIT });
    if (isAway(cause)) return new Refusal('DATABASE_UNAVAILABLE');
    if (isBusy(cause)) return new Refusal('BUSY');
    cause = (cause as { originalError?: unknown }).originalError ?? cause.cause;
  }
  const known = typeof apolloCode === 'string' ? apolloCodes[apolloCode] : undefined;
  return new Refusal(known ?? 'INTERNAL');
}

/** What a client is shown of an error: code, both sentences, the path of the input at fault. Never a stack or a value. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const apolloCode = formatted.extensions?.code;
  const refusal = refusalBehind(error, apolloCode);
  const place = refusal.at.length > 0 ? refusal.at : placeIn(formatted.message, apolloCode);
  return {
    ...shownRefusal(refusal),
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    extensions: {
      ...shownRefusal(refusal).extensions,
      ...(place.length > 0 ? { at: place } : {}),
      ...(refusal.code === 'DOCUMENT_INVALID' || /^Syntax Error/.test(formatted.message)
        ? { detail: withoutValues(formatted.message) }
        : {}),
    },
  };
}

/** A refusal as an error of a response. */
export function shownRefusal(refusal: Refusal) {
  return { message: refusal.message, extensions: { code: refusal.code, messageZh: refusal.messageZh } };
}

/** graphql-js names the variable and the place in it in its sentence, beside the value; only the place is kept. */
function placeIn(message: string, apolloCode: unknown): string[] {
  if (apolloCode !== 'BAD_USER_INPUT') return [];
  const inner = /^Variable "\$(\w+)" got invalid value .* at "(\w+(?:[.[][^"]*)?)"/s.exec(message);
  const name = inner?.[2] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  return name === undefined ? [] : name.split(/[.[\]]+/).filter((part) => part !== '');
}

/** graphql-js quotes the value it cannot use, which may be personal; the sentence stays, the value goes. */
function withoutValues(sentence: string): string {
  return sentence
    .replace(/((?:cannot represent|Expected value of type).*?(?:value:|, found)) .*$/s, '$1 …')
    .replace(/^Value ".*?" (?=does not exist)/s, 'The value ')
    .replace(/\w*\d{6,}\w*/g, '…');
}
