DROP INDEX "hub"."client_unit";--> statement-breakpoint
DROP INDEX "audit"."audit_line_administration";--> statement-breakpoint
DROP INDEX "hub"."client_issuer_client_id";--> statement-breakpoint
ALTER TABLE "audit"."audit_line" ADD COLUMN "issuer" text;--> statement-breakpoint
ALTER TABLE "hub"."client" ADD COLUMN "registered_by_issuer" text;--> statement-breakpoint
ALTER TABLE "hub"."client_key" ADD COLUMN "added_by_issuer" text;--> statement-breakpoint
ALTER TABLE "hub"."client_key" ADD COLUMN "overlap_hours" integer;--> statement-breakpoint
ALTER TABLE "hub"."client_key" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "hub"."client_key" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "client_unit_name" ON "hub"."client" USING btree ("unit_id","issuer","client_id");--> statement-breakpoint
CREATE INDEX "audit_line_administration" ON "audit"."audit_line" USING btree ("id") WHERE "audit"."audit_line"."coordinates" && array['Query.clients', 'Query.client', 'Query.disabledAccounts', 'Query.administrators', 'Query.administrationActs', 'Mutation.registerClient', 'Mutation.rotateClientKey', 'Mutation.confirmClientKey', 'Mutation.withdrawClientKey', 'Mutation.activateClient', 'Mutation.disableClient', 'Mutation.liftClientLock', 'Mutation.disableAccount', 'Mutation.restoreAccount', 'lushu appoint', 'lushu dismiss', 'lushu console', 'oauth/token']::text[];--> statement-breakpoint
CREATE UNIQUE INDEX "client_issuer_client_id" ON "hub"."client" USING btree ("issuer","client_id") WHERE "hub"."client"."state" <> 'REGISTERED';--> statement-breakpoint
-- the keys that a client had when it was activated were before the eyes of the second person then
UPDATE "hub"."client_key" k SET "confirmed_by" = c."activated_by", "confirmed_at" = c."activated_at"
	FROM "hub"."client" c WHERE c."id" = k."client_id" AND k."valid_from" <= c."activated_at";
