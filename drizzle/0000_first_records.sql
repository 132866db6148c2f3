CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "bar";
--> statement-breakpoint
CREATE SCHEMA "court";
--> statement-breakpoint
CREATE SCHEMA "joint";
--> statement-breakpoint
CREATE SCHEMA "justice";
--> statement-breakpoint
CREATE SCHEMA "hub";
--> statement-breakpoint
CREATE SCHEMA "outbox";
--> statement-breakpoint
CREATE TABLE "audit"."audit_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"correlation_id" text NOT NULL,
	"institution" text,
	"unit" text,
	"role" text,
	"actor_id" text,
	"client_id" text,
	"purpose" text,
	"matter" text,
	"operation" text,
	"coordinates" text[] NOT NULL,
	"records" jsonb NOT NULL,
	"withheld" text[] NOT NULL,
	"masked" text[] NOT NULL,
	"refusals" text[] NOT NULL,
	"count" integer NOT NULL,
	"lasted_millis" bigint,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "bar"."journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"issn" text,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bar"."journal_article" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"publisher" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"authors" text[] DEFAULT '{}' NOT NULL,
	"abstract" text,
	"body" text NOT NULL,
	"disclosure" text NOT NULL,
	"audience" text[] DEFAULT '{}' NOT NULL,
	"withheld_basis" text
);
--> statement-breakpoint
CREATE TABLE "bar"."journal_issue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"journal_id" uuid NOT NULL,
	"publisher" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"published_on" date NOT NULL,
	"audience" text[] NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bar"."mediator_roster_adjustment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"step" text NOT NULL,
	"effective_on" date NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bar"."mediator_roster_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"court_id" uuid NOT NULL,
	"specialities" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"listed_on" date NOT NULL,
	"listed_until" date,
	"removed_on" date,
	"removal_reason" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."court" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"division_code" text NOT NULL,
	"parent_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "court"."court_area" (
	"court_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "court_area_court_id_division_code_valid_from_pk" PRIMARY KEY("court_id","division_code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "hub"."unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"institution" text NOT NULL,
	"name" text NOT NULL,
	"division_code" text NOT NULL,
	"court_id" uuid
);
--> statement-breakpoint
CREATE TABLE "hub"."unit_division" (
	"unit_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "unit_division_unit_id_division_code_valid_from_pk" PRIMARY KEY("unit_id","division_code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "joint"."licence_alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"court_id" uuid NOT NULL,
	"licence_status" text,
	"raised_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."contact_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text,
	"owned_by" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_unit" text,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_unit" text,
	"decision_reason" text
);
--> statement-breakpoint
CREATE TABLE "justice"."firm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unified_social_credit_code" text NOT NULL,
	"credit_code_fails" boolean DEFAULT false NOT NULL,
	"practice_licence_no" text,
	"division_code" text NOT NULL,
	"address" text,
	"person_in_charge" text,
	"person_in_charge_mobile" text,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."identity_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"court_id" uuid,
	"lawyer_id" uuid,
	"result" text NOT NULL,
	"licence_status" text,
	"verified_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."certificate" (
	"certificate_no" text PRIMARY KEY NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"form" text NOT NULL,
	"valid_from" date
);
--> statement-breakpoint
CREATE TABLE "justice"."lawyer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"former_names" text[] DEFAULT '{}' NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"citizen_id_hash" text,
	"citizen_id_sealed" text,
	"certificate_no" text NOT NULL,
	"first_practised_on" date NOT NULL,
	"division_code" text NOT NULL,
	"mobile" text,
	"email" text,
	"office_address" text,
	"home_address" text,
	"contact_days" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."licence_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigserial NOT NULL,
	"lawyer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"suspended_from" date,
	"suspended_until" date,
	"category" text,
	"firm_id" uuid,
	"certificate_no" text,
	"sanction_id" uuid,
	"supersedes" uuid,
	"decision_no" text,
	"legal_basis" text,
	"decided_by" text NOT NULL,
	"decided_by_level" text NOT NULL,
	"reason" text,
	"changed_fields" text[] DEFAULT '{}' NOT NULL,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "justice"."licence_period" (
	"lawyer_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"status" text NOT NULL,
	"category" text NOT NULL,
	"firm_id" uuid,
	"certificate_no" text NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "licence_period_lawyer_id_from_on_pk" PRIMARY KEY("lawyer_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "justice"."sanction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lawyer_id" uuid,
	"firm_id" uuid,
	"kind" text NOT NULL,
	"authority" text NOT NULL,
	"authority_level" text NOT NULL,
	"decision_no" text NOT NULL,
	"legal_basis" text NOT NULL,
	"fine_yuan" numeric(12, 2),
	"decided_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"ends_on" date,
	"public_from" date,
	"public_until" date,
	"annulled_on" date,
	"annulment_no" text,
	"annulled_by" text,
	"annulled_by_level" text,
	"summary" text NOT NULL,
	"decision_text" text,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"source_status_code" text,
	"source_status_text" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sanction_subject" CHECK ((lawyer_id is null) <> (firm_id is null))
);
--> statement-breakpoint
CREATE TABLE "hub"."receipt" (
	"unit" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"content_hash" text NOT NULL,
	"record_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_unit_operation_key_pk" PRIMARY KEY("unit","operation","key")
);
--> statement-breakpoint
CREATE TABLE "outbox"."change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"type" text NOT NULL,
	"record_id" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"institution" text NOT NULL,
	"correlation_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bar"."journal_article" ADD CONSTRAINT "journal_article_issue_id_journal_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "bar"."journal_issue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bar"."journal_issue" ADD CONSTRAINT "journal_issue_journal_id_journal_id_fk" FOREIGN KEY ("journal_id") REFERENCES "bar"."journal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bar"."mediator_roster_adjustment" ADD CONSTRAINT "mediator_roster_adjustment_entry_id_mediator_roster_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "bar"."mediator_roster_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."court_area" ADD CONSTRAINT "court_area_court_id_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub"."unit_division" ADD CONSTRAINT "unit_division_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "hub"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."contact_proposal" ADD CONSTRAINT "contact_proposal_lawyer_id_lawyer_id_fk" FOREIGN KEY ("lawyer_id") REFERENCES "justice"."lawyer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."certificate" ADD CONSTRAINT "certificate_lawyer_id_lawyer_id_fk" FOREIGN KEY ("lawyer_id") REFERENCES "justice"."lawyer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."licence_event" ADD CONSTRAINT "licence_event_lawyer_id_lawyer_id_fk" FOREIGN KEY ("lawyer_id") REFERENCES "justice"."lawyer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."licence_event" ADD CONSTRAINT "licence_event_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "justice"."firm"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."licence_event" ADD CONSTRAINT "licence_event_sanction_id_sanction_id_fk" FOREIGN KEY ("sanction_id") REFERENCES "justice"."sanction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."licence_period" ADD CONSTRAINT "licence_period_lawyer_id_lawyer_id_fk" FOREIGN KEY ("lawyer_id") REFERENCES "justice"."lawyer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."sanction" ADD CONSTRAINT "sanction_lawyer_id_lawyer_id_fk" FOREIGN KEY ("lawyer_id") REFERENCES "justice"."lawyer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "justice"."sanction" ADD CONSTRAINT "sanction_firm_id_firm_id_fk" FOREIGN KEY ("firm_id") REFERENCES "justice"."firm"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_line_at" ON "audit"."audit_line" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_line_correlation" ON "audit"."audit_line" USING btree ("correlation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_title" ON "bar"."journal" USING btree ("title");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_article_position" ON "bar"."journal_article" USING btree ("issue_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_issue_number" ON "bar"."journal_issue" USING btree ("journal_id","year","number");--> statement-breakpoint
CREATE INDEX "journal_issue_day" ON "bar"."journal_issue" USING btree ("published_on","id");--> statement-breakpoint
CREATE INDEX "roster_adjustment_entry" ON "bar"."mediator_roster_adjustment" USING btree ("entry_id","id");--> statement-breakpoint
CREATE INDEX "roster_court" ON "bar"."mediator_roster_entry" USING btree ("court_id","id");--> statement-breakpoint
CREATE INDEX "roster_lawyer" ON "bar"."mediator_roster_entry" USING btree ("lawyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "court_code" ON "court"."court" USING btree ("code");--> statement-breakpoint
CREATE INDEX "court_parent" ON "court"."court" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_code" ON "hub"."unit" USING btree ("code");--> statement-breakpoint
CREATE INDEX "licence_alert_court" ON "joint"."licence_alert" USING btree ("court_id","id");--> statement-breakpoint
CREATE INDEX "licence_alert_lawyer" ON "joint"."licence_alert" USING btree ("lawyer_id","id");--> statement-breakpoint
CREATE INDEX "contact_proposal_lawyer" ON "justice"."contact_proposal" USING btree ("lawyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "firm_credit_code" ON "justice"."firm" USING btree ("unified_social_credit_code");--> statement-breakpoint
CREATE INDEX "firm_division" ON "justice"."firm" USING btree ("division_code");--> statement-breakpoint
CREATE INDEX "firm_name" ON "justice"."firm" USING btree ("name" collate "C","id");--> statement-breakpoint
CREATE INDEX "identity_verification_unit" ON "justice"."identity_verification" USING btree ("unit_code","id");--> statement-breakpoint
CREATE INDEX "certificate_lawyer" ON "justice"."certificate" USING btree ("lawyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lawyer_citizen_id" ON "justice"."lawyer" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE INDEX "lawyer_name" ON "justice"."lawyer" USING btree ("full_name" collate "C");--> statement-breakpoint
CREATE INDEX "lawyer_pinyin" ON "justice"."lawyer" USING btree ("pinyin" collate "C","id");--> statement-breakpoint
CREATE INDEX "lawyer_initials" ON "justice"."lawyer" USING btree ("initials" collate "C");--> statement-breakpoint
CREATE INDEX "lawyer_former_names" ON "justice"."lawyer" USING gin ("former_names");--> statement-breakpoint
CREATE INDEX "lawyer_mobile" ON "justice"."lawyer" USING btree ("mobile");--> statement-breakpoint
CREATE INDEX "licence_event_lawyer" ON "justice"."licence_event" USING btree ("lawyer_id","position");--> statement-breakpoint
CREATE INDEX "licence_event_sanction" ON "justice"."licence_event" USING btree ("sanction_id") WHERE sanction_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "licence_event_supersedes" ON "justice"."licence_event" USING btree ("supersedes") WHERE supersedes is not null;--> statement-breakpoint
CREATE INDEX "licence_period_firm" ON "justice"."licence_period" USING btree ("firm_id","until_on") WHERE firm_id is not null;--> statement-breakpoint
CREATE INDEX "licence_period_status" ON "justice"."licence_period" USING btree ("status","until_on") WHERE status <> 'PRACTISING';--> statement-breakpoint
CREATE UNIQUE INDEX "sanction_decision" ON "justice"."sanction" USING btree ("decision_no","kind",coalesce(lawyer_id, firm_id));--> statement-breakpoint
CREATE INDEX "sanction_lawyer" ON "justice"."sanction" USING btree ("lawyer_id");--> statement-breakpoint
CREATE INDEX "sanction_firm" ON "justice"."sanction" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "change_record" ON "outbox"."change" USING btree ("type","record_id");