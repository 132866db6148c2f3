CREATE TABLE "hub"."client_operation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"document" text NOT NULL,
	"name" text,
	"registered_by" text NOT NULL,
	"registered_by_issuer" text,
	"registered_at" timestamp with time zone NOT NULL,
	"retired_by" text,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hub"."operation_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"client_id" uuid,
	"reason" text NOT NULL,
	"limited_by" text NOT NULL,
	"limited_by_issuer" text,
	"limited_at" timestamp with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "audit"."audit_line_administration";--> statement-breakpoint
ALTER TABLE "hub"."client_operation" ADD CONSTRAINT "client_operation_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "hub"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."operation_limit" ADD CONSTRAINT "operation_limit_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "hub"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."operation_limit" ADD CONSTRAINT "operation_limit_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "hub"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "client_operation_open" ON "hub"."client_operation" USING btree ("client_id","sha256") WHERE "hub"."client_operation"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "client_operation_client" ON "hub"."client_operation" USING btree ("client_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_limit_client" ON "hub"."operation_limit" USING btree ("client_id") WHERE "hub"."operation_limit"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "operation_limit_unit" ON "hub"."operation_limit" USING btree ("unit_id") WHERE "hub"."operation_limit"."client_id" is null and "hub"."operation_limit"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "audit_line_administration" ON "audit"."audit_line" USING btree ("id") WHERE "audit"."audit_line"."coordinates" && array['Query.clients', 'Query.client', 'Query.clientOperations', 'Query.operationLimits', 'Query.disabledAccounts', 'Query.administrators', 'Query.administrationActs', 'Mutation.registerClient', 'Mutation.rotateClientKey', 'Mutation.confirmClientKey', 'Mutation.withdrawClientKey', 'Mutation.activateClient', 'Mutation.disableClient', 'Mutation.liftClientLock', 'Mutation.registerClientOperations', 'Mutation.retireClientOperations', 'Mutation.limitClient', 'Mutation.limitUnit', 'Mutation.liftOperationLimit', 'Mutation.disableAccount', 'Mutation.restoreAccount', 'lushu appoint', 'lushu dismiss', 'lushu console', 'oauth/token']::text[];