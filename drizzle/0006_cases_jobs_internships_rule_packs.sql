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
ALTER TABLE "court"."court_case" ADD CONSTRAINT "court_case_court_id_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."panel_member" ADD CONSTRAINT "panel_member_case_id_court_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "court"."court_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."representation" ADD CONSTRAINT "representation_case_id_court_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "court"."court_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court"."representation" ADD CONSTRAINT "representation_court_id_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "court"."court"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "representation_open" ON "court"."representation" USING btree ("court_id","lawyer_id") WHERE "court"."representation"."until_on" is null;