CREATE TABLE "audit"."policy_epoch" (
	"id" integer PRIMARY KEY NOT NULL,
	"epoch" bigint NOT NULL,
	"policy" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub"."administrator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"appointed_by" text NOT NULL,
	"appointed_at" timestamp with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hub"."disabled_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"disabled_by" text NOT NULL,
	"disabled_at" timestamp with time zone NOT NULL,
	"restored_by" text,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hub"."client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"responsible_person" text NOT NULL,
	"roles" text[] NOT NULL,
	"purposes" text[] NOT NULL,
	"is_certificate_bound" boolean NOT NULL,
	"state" text NOT NULL,
	"registered_by" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"activated_by" text,
	"activated_at" timestamp with time zone,
	"disabled_by" text,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text
);
--> statement-breakpoint
CREATE TABLE "hub"."client_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"added_by" text NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hub"."client_lock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"source" text NOT NULL,
	"locked_at" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hub"."used_assertion" (
	"digest" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit"."audit_line" ADD COLUMN "epoch" bigint;--> statement-breakpoint
ALTER TABLE "hub"."administrator" ADD CONSTRAINT "administrator_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "hub"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."disabled_account" ADD CONSTRAINT "disabled_account_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "hub"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."client" ADD CONSTRAINT "client_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "hub"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."client_key" ADD CONSTRAINT "client_key_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "hub"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."client_lock" ADD CONSTRAINT "client_lock_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "hub"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "administrator_open" ON "hub"."administrator" USING btree ("issuer","subject") WHERE "hub"."administrator"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "administrator_unit" ON "hub"."administrator" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disabled_account_open" ON "hub"."disabled_account" USING btree ("issuer","subject") WHERE "hub"."disabled_account"."restored_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "client_issuer_client_id" ON "hub"."client" USING btree ("issuer","client_id");--> statement-breakpoint
CREATE INDEX "client_unit" ON "hub"."client" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_key_kid" ON "hub"."client_key" USING btree ("client_id","kid");--> statement-breakpoint
CREATE INDEX "client_lock_client" ON "hub"."client_lock" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "used_assertion_expires" ON "hub"."used_assertion" USING btree ("expires_at");