CREATE TABLE "court"."court_service" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"organ_kind" text NOT NULL,
	"court_id" uuid,
	"organ_name" text,
	"organ_division_code" text,
	"post" text NOT NULL,
	"category" text NOT NULL,
	"rank" integer,
	"rank_band" text,
	"tenure" text,
	"is_in_post" boolean,
	"is_civil_servant" boolean,
	"is_leadership_member" boolean,
	"is_committee_member" boolean,
	"leading_post" text,
	"tries_or_enforces" boolean,
	"from_on" date NOT NULL,
	"until_on" date,
	"ended_on" date,
	"supersedes" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."court_staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"citizen_id_hash" text NOT NULL,
	"citizen_id_sealed" text NOT NULL,
	"personnel_file_no" text,
	"account_issuer" text,
	"account_subject" text,
	"lawyer_id" uuid,
	"source" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."court_lineage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_court_id" uuid NOT NULL,
	"to_court_id" uuid,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"document_no" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."departure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"organ_kind" text NOT NULL,
	"court_id" uuid,
	"organ_name" text,
	"organ_division_code" text,
	"type" text NOT NULL,
	"effective_on" date NOT NULL,
	"effective_by" text NOT NULL,
	"resignation_approved_on" date,
	"retirement_ordered_on" date,
	"removed_from_office_on" date,
	"civil_servant_until" date,
	"exited_on" date,
	"post_ended_on" date,
	"was_civil_servant" boolean,
	"reason" text,
	"discipline_detail" text,
	"decision_no" text,
	"supersedes" uuid,
	"annulled_on" date,
	"annulment_no" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."kinship_declaration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"relative_name" text NOT NULL,
	"relative_id_hash" text,
	"relative_id_sealed" text,
	"relative_lawyer_id" uuid,
	"relation" text NOT NULL,
	"declared_on" date NOT NULL,
	"from_on" date,
	"until_on" date,
	"supersedes" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."later_public_post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"organ_name" text NOT NULL,
	"organ" text NOT NULL,
	"is_civil_servant" boolean,
	"from_on" date NOT NULL,
	"until_on" date,
	"led_at_county_level" boolean,
	"left_by" text,
	"annulled_on" date,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."staff_approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"granted_on" date NOT NULL,
	"document_no" text NOT NULL,
	"granted_by" text,
	"firm_credit_code" text,
	"relations_moved_on" date,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court"."staff_pledge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"fulfilled_on" date,
	"destination" text,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "court"."court_area" DROP CONSTRAINT "court_area_court_id_division_code_valid_from_pk";--> statement-breakpoint
ALTER TABLE "court"."court_area" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "court"."court_service" ADD CONSTRAINT "court_service_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."court_lineage" ADD CONSTRAINT "court_lineage_from_court_id_court_id_fk" FOREIGN KEY ("from_court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."court_lineage" ADD CONSTRAINT "court_lineage_to_court_id_court_id_fk" FOREIGN KEY ("to_court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."departure" ADD CONSTRAINT "departure_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."kinship_declaration" ADD CONSTRAINT "kinship_declaration_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."later_public_post" ADD CONSTRAINT "later_public_post_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."staff_approval" ADD CONSTRAINT "staff_approval_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."staff_pledge" ADD CONSTRAINT "staff_pledge_staff_id_court_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "court"."court_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "court_service_staff" ON "court"."court_service" USING btree ("staff_id","from_on");--> statement-breakpoint
CREATE INDEX "court_service_court" ON "court"."court_service" USING btree ("court_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "court_service_supersedes" ON "court"."court_service" USING btree ("supersedes");--> statement-breakpoint
CREATE UNIQUE INDEX "court_staff_citizen_id" ON "court"."court_staff" USING btree ("citizen_id_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "court_staff_account" ON "court"."court_staff" USING btree ("account_issuer","account_subject");--> statement-breakpoint
CREATE UNIQUE INDEX "court_staff_lawyer" ON "court"."court_staff" USING btree ("lawyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "court_lineage_step" ON "court"."court_lineage" USING btree ("from_court_id","to_court_id");--> statement-breakpoint
CREATE INDEX "court_lineage_to" ON "court"."court_lineage" USING btree ("to_court_id");--> statement-breakpoint
CREATE INDEX "departure_staff" ON "court"."departure" USING btree ("staff_id","effective_on");--> statement-breakpoint
CREATE INDEX "departure_court" ON "court"."departure" USING btree ("court_id");--> statement-breakpoint
CREATE UNIQUE INDEX "departure_supersedes" ON "court"."departure" USING btree ("supersedes");--> statement-breakpoint
CREATE INDEX "kinship_staff" ON "court"."kinship_declaration" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "kinship_relative" ON "court"."kinship_declaration" USING btree ("relative_id_hash");--> statement-breakpoint
CREATE INDEX "kinship_lawyer" ON "court"."kinship_declaration" USING btree ("relative_lawyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kinship_supersedes" ON "court"."kinship_declaration" USING btree ("supersedes");--> statement-breakpoint
CREATE UNIQUE INDEX "later_public_post_begin" ON "court"."later_public_post" USING btree ("staff_id","organ_name","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_approval_document" ON "court"."staff_approval" USING btree ("staff_id","document_no");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_pledge_due" ON "court"."staff_pledge" USING btree ("staff_id","kind","due_on");--> statement-breakpoint
CREATE INDEX "staff_pledge_owed" ON "court"."staff_pledge" USING btree ("due_on") WHERE "court"."staff_pledge"."fulfilled_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "court_area_stretch" ON "court"."court_area" USING btree ("court_id","division_code","valid_from");