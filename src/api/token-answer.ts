import type { FastifyReply } from 'fastify';
import type { Refusal } from '../kernel/refusal.js';
import type { RefusalCode } from '../kernel/refusal-codes.js';
import { retryAfterOf } from './errors.js';

/** The words of RFC 6749, 5.2 for our codes. */
const errors: Partial<Record<RefusalCode, string>> = {
  REQUEST_MALFORMED: 'invalid_request',
  BODY_TOO_LARGE: 'invalid_request',
  ROLE_NOT_HELD: 'invalid_scope',
  CLIENT_UNKNOWN: 'invalid_client',
  CLIENT_DISABLED: 'unauthorized_client',
  ASSERTION_REFUSED: 'invalid_client',
  CERTIFICATE_MISSING: 'invalid_client',
  INTERNAL: 'server_error',
};

/** Answers with a token (RFC 6749, 5.1). */
export function giveToken(reply: FastifyReply, token: string, expiresIn: number, roles: readonly string[]) {
  return kept(reply).send({
    access_token: token,
    token_type: 'Bearer',
    expires_in: expiresIn,
    scope: roles.join(' '),
  });
}

/** Answers with a refusal in the form of RFC 6749, 5.2, beside our own code and sentences. */
export function refuseToken(reply: FastifyReply, refusal: Refusal, correlationId: string) {
  const error = wordFor(refusal);
  const retryAfter = retryAfterOf(refusal);
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  return kept(reply)
    .code(error === 'invalid_scope' ? 400 : refusal.status)
    .send({
      error,
      error_description: refusal.message,
      code: refusal.code,
      messageZh: refusal.messageZh,
      ...(refusal.at.length > 0 ? { at: refusal.at } : {}),
      correlationId,
    });
}

function wordFor({ code, at }: Refusal): string {
  if (code === 'REQUEST_MALFORMED' && at[0] === 'grant_type') return 'unsupported_grant_type';
  return errors[code] ?? 'temporarily_unavailable';
}

const kept = (reply: FastifyReply): FastifyReply => reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
