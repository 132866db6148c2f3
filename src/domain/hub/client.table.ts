import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hubSchema } from '../../operation/receipt.table.js';
import { unit } from './unit.table.js';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Clients (接入系统): every program that may carry a token to the hub. Registered by one administrator, activated by another. */
export const client = hubSchema.table(
  'client',
  {
    id: uuid().primaryKey(),
    /** Whose tokens name it. */
    issuer: text().notNull(),
    /** `client_id` in its tokens. */
    clientId: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    name: text().notNull(),
    /** The person who answers for it (责任人): no client is shared by everybody and nobody's. */
    responsiblePerson: text().notNull(),
    /** Roles it may act in, and purposes it may claim. */
    roles: text().array().notNull(),
    purposes: text().array().notNull(),
    /** Its tokens count only with the client certificate they are bound to (RFC 8705). */
    isCertificateBound: boolean().notNull(),
    state: text().notNull(),
    registeredBy: text().notNull(),
    /** Who issues the tokens of whoever registered it; null for an operator. */
    registeredByIssuer: text(),
    registeredAt: instant().notNull(),
    activatedBy: text(),
    activatedAt: instant(),
    disabledBy: text(),
    disabledAt: instant(),
    disabledReason: text(),
  },
  (t) => [
    // a name is taken by the activation, which takes two persons: no unit can keep it from another by registering alone
    uniqueIndex('client_issuer_client_id').on(t.issuer, t.clientId).where(sql`${t.state} <> 'REGISTERED'`),
    uniqueIndex('client_unit_name').on(t.unitId, t.issuer, t.clientId),
  ],
);

/** Public keys of a client (RFC 7517), for `private_key_jwt` at the hub's own token address. */
export const clientKey = hubSchema.table(
  'client_key',
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => client.id),
    kid: text().notNull(),
    jwk: jsonb().notNull(),
    validFrom: instant().notNull(),
    /** Inclusive end; null while nobody has set one. */
    validUntil: instant(),
    addedBy: text().notNull(),
    /** Who issues the tokens of whoever added it. */
    addedByIssuer: text(),
    /** Hours for which the keys before may still be used once it is confirmed; null: it ends none. */
    overlapHours: integer(),
    /** The second person; it proves nothing before. */
    confirmedBy: text(),
    confirmedAt: instant(),
    withdrawnBy: text(),
    withdrawnAt: instant(),
  },
  (t) => [uniqueIndex('client_key_kid').on(t.clientId, t.kid)],
);

/** Client assertions already used (RFC 7523, 3: `jti`), as a digest, until they expire. */
export const usedAssertion = hubSchema.table(
  'used_assertion',
  { digest: text().primaryKey(), expiresAt: instant().notNull() },
  (t) => [index('used_assertion_expires').on(t.expiresAt)],
);

/** Lock-outs (登录失败锁定; GB/T 22239-2019, 8.1.4.1): a client that failed too often from one network source. */
export const clientLock = hubSchema.table(
  'client_lock',
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => client.id),
    source: text().notNull(),
    lockedAt: instant().notNull(),
    lockedUntil: instant().notNull(),
    liftedBy: text(),
    liftedAt: instant(),
  },
  (t) => [index('client_lock_client').on(t.clientId)],
);
