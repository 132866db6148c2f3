-- An answer is given when its line is durable, and no line becomes durable under rights that were withdrawn before:
-- whoever writes a line shares the lock until its commit and reads the epoch after it has the lock; whoever changes
-- rights holds the lock alone until his own commit. In a volatile function every statement sees what is committed by then.
INSERT INTO "audit"."policy_epoch" ("id", "epoch", "policy") VALUES (1, 1, '');
--> statement-breakpoint
CREATE FUNCTION "audit"."settled_epoch"() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  settled bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'a line is written in a READ COMMITTED transaction, or its epoch may be of before a change of rights';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(7401931);
  SELECT epoch INTO settled FROM audit.policy_epoch WHERE id = 1;
  RETURN settled;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "audit"."move_epoch"() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  moved bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7401931);
  UPDATE audit.policy_epoch SET epoch = epoch + 1 WHERE id = 1 RETURNING epoch INTO moved;
  RETURN moved;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "audit"."announce_policy"(announced text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7401931);
  UPDATE audit.policy_epoch SET epoch = epoch + 1, policy = announced WHERE id = 1 AND policy <> announced;
  RETURN FOUND;
END
$$;
