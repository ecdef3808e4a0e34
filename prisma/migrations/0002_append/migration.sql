-- The appending function, and the triggers that tell it when a right was taken away. docs/decisions/012.

-- Appends one batch of updates to several plans and commits with the statement that calls it.
--
-- Each plan's row is locked first, in id order, and only then is anything compared: whoever revokes a right
-- raises rights_rev under the same lock, so a row of a revoked person can never follow the revoking commit.
-- A plan whose row someone else holds is left out of the answer and waits for the next batch.
-- Per plan all rows are appended or none. Outcomes: appended (base = the seq before its first row), epoch,
-- finalised, rights (rev = the present one), sessions (sessions = those that no longer hold), owner
-- (clients = Yjs client ids that belong to someone else).
CREATE FUNCTION append_updates(
  p_batch uuid,
  -- The same batch again, because the answer to its COMMIT was lost.
  p_again boolean,
  p_plans uuid[], p_epochs int[], p_revs bigint[],
  p_author_plans uuid[], p_author_people uuid[], p_author_sessions uuid[],
  p_row_plans uuid[], p_row_authors uuid[], p_row_data bytea[],
  p_claim_plans uuid[], p_claim_clients bigint[], p_claim_people uuid[]
) RETURNS TABLE (of_plan uuid, outcome text, base bigint, rev bigint, sessions uuid[], clients bigint[])
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  head record;
  at_index int;
  added int;
BEGIN
  FOR head IN
    SELECT p.id, p.epoch, p.status, p.head_seq, p.rights_rev
      FROM plan p WHERE p.id = ANY (p_plans) ORDER BY p.id
       FOR NO KEY UPDATE SKIP LOCKED
  LOOP
    of_plan := head.id; base := NULL; rev := head.rights_rev; sessions := NULL; clients := NULL;
    at_index := array_position(p_plans, head.id);

    IF p_again THEN
      SELECT min(u.seq) - 1 INTO base FROM plan_update u WHERE u.batch_id = p_batch AND u.plan_id = head.id;
    END IF;
    IF base IS NOT NULL THEN
      outcome := 'appended'; RETURN NEXT; CONTINUE;
    END IF;

    IF head.epoch <> p_epochs[at_index] THEN
      outcome := 'epoch'; RETURN NEXT; CONTINUE;
    ELSIF head.status = 'finalised' THEN
      outcome := 'finalised'; RETURN NEXT; CONTINUE;
    ELSIF head.rights_rev <> p_revs[at_index] THEN
      outcome := 'rights'; RETURN NEXT; CONTINUE;
    END IF;

    -- Each statement of a volatile function sees what was committed before it began: the lock is held by now.
    SELECT array_agg(a.session_id) INTO sessions
      FROM unnest(p_author_plans, p_author_people, p_author_sessions) AS a (plan_id, person_id, session_id)
     WHERE a.plan_id = head.id AND NOT EXISTS (
       SELECT 1 FROM session s JOIN person q ON q.id = s.person_id
        WHERE s.id = a.session_id AND s.person_id = a.person_id AND s.ended_at IS NULL
          AND s.expires_at > clock_timestamp() AND q.disabled_at IS NULL AND NOT q.must_change_password);
    IF sessions IS NOT NULL THEN
      outcome := 'sessions'; RETURN NEXT; CONTINUE;
    END IF;

    SELECT array_agg(c.client_id) INTO clients
      FROM unnest(p_claim_plans, p_claim_clients, p_claim_people) AS c (plan_id, client_id, person_id)
      JOIN plan_client k ON k.plan_id = c.plan_id AND k.client_id = c.client_id
     WHERE c.plan_id = head.id AND k.person_id IS DISTINCT FROM c.person_id;
    IF clients IS NOT NULL THEN
      outcome := 'owner'; RETURN NEXT; CONTINUE;
    END IF;

    INSERT INTO plan_client (plan_id, client_id, person_id)
    SELECT c.plan_id, c.client_id, c.person_id
      FROM unnest(p_claim_plans, p_claim_clients, p_claim_people) AS c (plan_id, client_id, person_id)
     WHERE c.plan_id = head.id
        ON CONFLICT DO NOTHING;

    INSERT INTO plan_update (plan_id, epoch, seq, author, batch_id, data)
    SELECT head.id, head.epoch, head.head_seq + row_number() OVER (ORDER BY r.ord), r.author, p_batch, r.data
      FROM unnest(p_row_plans, p_row_authors, p_row_data) WITH ORDINALITY AS r (plan_id, author, data, ord)
     WHERE r.plan_id = head.id;
    GET DIAGNOSTICS added = ROW_COUNT;
    UPDATE plan SET head_seq = head.head_seq + added WHERE id = head.id;

    outcome := 'appended'; base := head.head_seq;
    RETURN NEXT;
  END LOOP;
END
$$;

-- Which roles may write a plan is domain/rights.ts; a test compares the two.
CREATE FUNCTION role_writes_plans(p_role role_name) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_role IN ('secretary', 'deputy', 'committee') $$;

-- Locks in id order, so that two revocations never wait for each other in a ring.
CREATE FUNCTION raise_rights_rev(p_person uuid, p_units uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM plan p WHERE p.branch_id = ANY (p_units) ORDER BY p.id FOR NO KEY UPDATE;
  UPDATE plan SET rights_rev = rights_rev + 1 WHERE branch_id = ANY (p_units);
  PERFORM pg_notify('banviec', json_build_object('kind', 'rights', 'personId', p_person)::text);
END
$$;

CREATE FUNCTION units_written_by(p_person uuid) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT r.unit_id), '{}')
    FROM role r WHERE r.person_id = p_person AND role_writes_plans(r.role)
$$;

CREATE FUNCTION session_was_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_rights_rev(OLD.person_id, units_written_by(OLD.person_id));
  RETURN NULL;
END
$$;

-- A session that lives longer takes nothing away; one that ends, ends earlier or is gone does.
CREATE TRIGGER session_ended AFTER UPDATE OF ended_at, expires_at ON session
  FOR EACH ROW WHEN (NEW.ended_at IS DISTINCT FROM OLD.ended_at OR NEW.expires_at < OLD.expires_at)
  EXECUTE FUNCTION session_was_changed();
CREATE TRIGGER session_deleted AFTER DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION session_was_changed();

CREATE FUNCTION person_was_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_rights_rev(OLD.id, units_written_by(OLD.id));
  RETURN NULL;
END
$$;

CREATE TRIGGER person_disabled AFTER UPDATE OF disabled_at, must_change_password ON person
  FOR EACH ROW WHEN (
    NEW.disabled_at IS DISTINCT FROM OLD.disabled_at
    OR NEW.must_change_password IS DISTINCT FROM OLD.must_change_password)
  EXECUTE FUNCTION person_was_changed();

CREATE FUNCTION role_was_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  person uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.person_id ELSE OLD.person_id END;
  units uuid[] := '{}';
BEGIN
  IF TG_OP <> 'INSERT' AND role_writes_plans(OLD.role) THEN units := units || OLD.unit_id; END IF;
  IF TG_OP <> 'DELETE' AND role_writes_plans(NEW.role) THEN units := units || NEW.unit_id; END IF;
  PERFORM raise_rights_rev(person, units);
  IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
    PERFORM raise_rights_rev(NEW.person_id, units);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER role_changed AFTER INSERT OR UPDATE OR DELETE ON role
  FOR EACH ROW EXECUTE FUNCTION role_was_changed();
