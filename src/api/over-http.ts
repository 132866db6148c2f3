import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/refusal.js';
import { wantsPage } from './graphiql.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route that answers GraphQL. */
    readonly graphql?: { readonly hasPage: boolean };
  }
}

/**
 * Keeps foreign pages out of every GraphQL route of an app, before anybody is known or counted. The page of a route holds
 * nothing and may be linked to.
 */
export function keepForeignPagesOut(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { graphql } = request.routeOptions.config;
    if (graphql && !(graphql.hasPage && wantsPage(request))) refuseForeignPages(request);
  });
}

/**
 * Refuses what a page of another site may send without asking first: anything its browser marks as foreign
 * (`Sec-Fetch-Site`; ORIGIN_FOREIGN), and a POST of one of the content types that a plain form sends (REQUEST_MALFORMED).
 * A custom header is not asked for: nobody is known here by a cookie, a certificate or a password of the browser.
 */
export function refuseForeignPages({ method, headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'none' && site !== 'same-origin') throw new Refusal('ORIGIN_FOREIGN');
  if (method === 'POST' && !isJson(headers['content-type'])) throw new Refusal('REQUEST_MALFORMED');
}

const isJson = (contentType = '') => /^application\/json *(;|$)/i.test(contentType.trim());

/** Answers are for one asker at one moment: a copy that a cache shows again has no line in the trail. */
export function keepOutOfCaches(reply: FastifyReply): void {
  reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
}

/**
 * GraphQL over HTTP, 6.4.1: to a client of the older media type a well-formed request is answered with 200, whatever is
 * wrong with its document or variables. Refusals of the door and of rights, and outages, keep their status.
 */
export function answerLegacyClients(reply: FastifyReply): void {
  const isLegacy = String(reply.getHeader('content-type')).startsWith('application/json');
  if (isLegacy && reply.statusCode === 400) reply.code(200);
}
