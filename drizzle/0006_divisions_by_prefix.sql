DROP INDEX "justice"."firm_division";--> statement-breakpoint
CREATE INDEX "firm_division" ON "justice"."firm" USING btree ("division_code" collate "C");