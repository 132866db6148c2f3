DROP INDEX "justice"."licence_event_lawyer";--> statement-breakpoint
DROP INDEX "justice"."sanction_lawyer";--> statement-breakpoint
CREATE INDEX "licence_event_lawyer" ON "justice"."licence_event" USING btree ("lawyer_id","effective_on","position");--> statement-breakpoint
CREATE INDEX "sanction_lawyer" ON "justice"."sanction" USING btree ("lawyer_id","decided_on" DESC NULLS FIRST,"id");--> statement-breakpoint
-- Keys of records hardly shrink: pressing them takes longer than writing the line.
ALTER TABLE "audit"."audit_line" ALTER COLUMN "records" SET STORAGE EXTERNAL;
