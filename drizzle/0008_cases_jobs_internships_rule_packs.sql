CREATE TABLE "bar"."former_court_opinion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"internship_id" uuid NOT NULL,
	"court_id" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	"objects" boolean,
	"reason" text,
	"given_by" text
);
--> statement-breakpoint
CREATE TABLE "bar"."internship" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"citizen_id_hash" text NOT NULL,
	"citizen_id_sealed" text NOT NULL,
	"firm_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"mentor_id" uuid NOT NULL,
	"applied_on" date NOT NULL,
	"declares_court_work" boolean,
	"pledge_signed_on" date,
	"state" text NOT NULL,
	"from_on" date,
	"until_on" date,
	"decided_on" date,
	"decision_reason" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."court_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"court_id" uuid NOT NULL,
	"case_no" text NOT NULL,
	"procedure" text NOT NULL,
	"stage" text NOT NULL,
	"accepted_on" date NOT NULL,
	"closed_on" date,
	"procuratorate" text,
	"supervision_organ" text,
	"earlier_case_nos" text[],
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."panel_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date
);
--> statement-breakpoint
CREATE TABLE "court"."representation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"court_id" uuid NOT NULL,
	"lawyer_id" uuid,
	"firm_id" uuid,
	"agent_name" text,
	"citizen_id_hash" text,
	"citizen_id_sealed" text,
	"side" text NOT NULL,
	"capacity" text NOT NULL,
	"category" text NOT NULL,
	"relation" text,
	"is_relation_proved" boolean,
	"is_chosen_by_party" boolean,
	"is_interested" boolean,
	"is_party_employer" boolean,
	"from_on" date NOT NULL,
	"until_on" date,
	"end_reason" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub"."rule_pack" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"version" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_until" date,
	"switches" jsonb NOT NULL,
	"announced_by" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."firm_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_name" text NOT NULL,
	"citizen_id_hash" text,
	"citizen_id_sealed" text,
	"lawyer_id" uuid,
	"firm_id" uuid NOT NULL,
	"role" text NOT NULL,
	"office_division_code" text,
	"from_on" date NOT NULL,
	"until_on" date,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."licence_application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_no" text NOT NULL,
	"person_name" text NOT NULL,
	"citizen_id_hash" text,
	"citizen_id_sealed" text,
	"lawyer_id" uuid,
	"kind" text NOT NULL,
	"firm_id" uuid NOT NULL,
	"role" text NOT NULL,
	"office_division_code" text,
	"filed_on" date NOT NULL,
	"state" text NOT NULL,
	"decided_on" date,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "audit"."audit_line_administration";--> statement-breakpoint
ALTER TABLE "bar"."former_court_opinion" ADD CONSTRAINT "former_court_opinion_internship_id_internship_id_fk" FOREIGN KEY ("internship_id") REFERENCES "bar"."internship"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."court_case" ADD CONSTRAINT "court_case_court_id_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."panel_member" ADD CONSTRAINT "panel_member_case_id_court_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "court"."court_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."representation" ADD CONSTRAINT "representation_case_id_court_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "court"."court_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."representation" ADD CONSTRAINT "representation_court_id_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."firm_job" ADD CONSTRAINT "firm_job_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "justice"."firm"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."licence_application" ADD CONSTRAINT "licence_application_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "justice"."firm"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "former_court_opinion_once" ON "bar"."former_court_opinion" USING btree ("internship_id","court_id");--> statement-breakpoint
CREATE INDEX "former_court_opinion_court" ON "bar"."former_court_opinion" USING btree ("court_id","id");--> statement-breakpoint
CREATE INDEX "internship_citizen" ON "bar"."internship" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE INDEX "internship_division" ON "bar"."internship" USING btree ("division_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "court_case_no" ON "court"."court_case" USING btree ("case_no");--> statement-breakpoint
CREATE INDEX "court_case_court" ON "court"."court_case" USING btree ("court_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_member_sitting" ON "court"."panel_member" USING btree ("case_id","staff_id","role") WHERE "court"."panel_member"."until_on" is null;--> statement-breakpoint
CREATE INDEX "panel_member_case" ON "court"."panel_member" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "panel_member_staff" ON "court"."panel_member" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "representation_case" ON "court"."representation" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "representation_court" ON "court"."representation" USING btree ("court_id","id");--> statement-breakpoint
CREATE INDEX "representation_lawyer" ON "court"."representation" USING btree ("lawyer_id","id");--> statement-breakpoint
CREATE INDEX "representation_firm" ON "court"."representation" USING btree ("firm_id","id");--> statement-breakpoint
CREATE INDEX "representation_citizen" ON "court"."representation" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE INDEX "representation_open" ON "court"."representation" USING btree ("court_id","lawyer_id") WHERE "court"."representation"."until_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_pack_version" ON "hub"."rule_pack" USING btree ("code","version");--> statement-breakpoint
CREATE INDEX "firm_job_citizen" ON "justice"."firm_job" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE INDEX "firm_job_lawyer" ON "justice"."firm_job" USING btree ("lawyer_id","id");--> statement-breakpoint
CREATE INDEX "firm_job_firm" ON "justice"."firm_job" USING btree ("firm_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "licence_application_no" ON "justice"."licence_application" USING btree ("application_no","firm_id");--> statement-breakpoint
CREATE INDEX "licence_application_citizen" ON "justice"."licence_application" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE INDEX "licence_application_lawyer" ON "justice"."licence_application" USING btree ("lawyer_id","id");--> statement-breakpoint
CREATE INDEX "licence_application_firm" ON "justice"."licence_application" USING btree ("firm_id","id");--> statement-breakpoint
CREATE INDEX "audit_line_administration" ON "audit"."audit_line" USING btree ("id") WHERE "audit"."audit_line"."coordinates" && array['Query.clients', 'Query.client', 'Query.clientOperations', 'Query.operationLimits', 'Query.disabledAccounts', 'Query.administrators', 'Query.administrationActs', 'Mutation.registerClient', 'Mutation.rotateClientKey', 'Mutation.confirmClientKey', 'Mutation.withdrawClientKey', 'Mutation.activateClient', 'Mutation.disableClient', 'Mutation.liftClientLock', 'Mutation.registerClientOperations', 'Mutation.retireClientOperations', 'Mutation.limitClient', 'Mutation.limitUnit', 'Mutation.liftOperationLimit', 'Mutation.disableAccount', 'Mutation.restoreAccount', 'Mutation.announceRulePack', 'lushu appoint', 'lushu dismiss', 'lushu console', 'oauth/token']::text[];