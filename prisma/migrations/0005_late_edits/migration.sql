-- CreateTable
CREATE TABLE "late_edit" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "author" UUID NOT NULL,
    "session" UUID NOT NULL,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "settled_at" TIMESTAMPTZ,

    CONSTRAINT "late_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_edit_part" (
    "late_edit_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "late_edit_part_pkey" PRIMARY KEY ("late_edit_id","ordinal")
);

-- CreateIndex
CREATE INDEX "late_edit_plan_id_author_idx" ON "late_edit"("plan_id", "author");

-- AddForeignKey
ALTER TABLE "late_edit" ADD CONSTRAINT "late_edit_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_edit_part" ADD CONSTRAINT "late_edit_part_late_edit_id_fkey" FOREIGN KEY ("late_edit_id") REFERENCES "late_edit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Keeps one write that came too late, and commits with the statement that calls it. Decision 013.
--
-- As when appending, the plan's row is locked first and everything is compared after: whoever finalises,
-- reopens or takes a right away does so under the same lock. An answer that was lost is asked for by saying
-- the same again: equal content of one author and epoch is kept once and has one id.
-- Outcomes: kept (late_edit = where it lies), busy (somebody holds the plan's row), notLate (the plan takes
-- writes of this epoch, or there is no such plan), rights (the person may not edit any more, or the session
-- is over), full (over a limit, or what it continues is settled). Only `kept` leaves anything behind.
CREATE FUNCTION keep_late_edit(
  p_plan uuid, p_epoch int, p_person uuid, p_session uuid,
  -- The late edit that holds the connection's earlier writes; null for its first.
  p_continues uuid,
  -- The id of the one that is begun otherwise.
  p_new uuid,
  p_data bytea, p_digest bytea,
  p_most_bytes int, p_most_pending int
) RETURNS TABLE (outcome text, late_edit_id uuid)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  head record;
  kept uuid;
BEGIN
  SELECT p.branch_id, p.epoch, p.status INTO head
    FROM plan p WHERE p.id = p_plan FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN QUERY SELECT CASE WHEN EXISTS (SELECT 1 FROM plan p WHERE p.id = p_plan)
                             THEN 'busy' ELSE 'notLate' END, NULL::uuid;
    RETURN;
  END IF;
  IF p_epoch > head.epoch OR (p_epoch = head.epoch AND head.status <> 'finalised') THEN
    RETURN QUERY SELECT 'notLate', NULL::uuid; RETURN;
  END IF;

  -- Each statement of a volatile function sees what was committed before it began: the lock is held by now.
  PERFORM 1 FROM session s JOIN person q ON q.id = s.person_id
                           JOIN role r ON r.person_id = q.id
    WHERE s.id = p_session AND s.person_id = p_person AND s.ended_at IS NULL
      AND s.expires_at > clock_timestamp() AND q.disabled_at IS NULL AND NOT q.must_change_password
      AND r.unit_id = head.branch_id AND role_writes_plans(r.role);
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'rights', NULL::uuid; RETURN;
  END IF;

  SELECT e.id INTO kept
    FROM late_edit e JOIN late_edit_part t ON t.late_edit_id = e.id
   WHERE e.plan_id = p_plan AND e.author = p_person AND e.epoch = p_epoch AND t.digest = p_digest
     AND (p_continues IS NULL OR e.id = p_continues)
   ORDER BY e.created_at LIMIT 1;
  IF FOUND THEN
    RETURN QUERY SELECT 'kept', kept; RETURN;
  END IF;

  IF p_continues IS NULL THEN
    IF length(p_data) > p_most_bytes OR p_most_pending <= (
      SELECT count(*) FROM late_edit e
       WHERE e.plan_id = p_plan AND e.author = p_person AND e.settled_at IS NULL
    ) THEN
      RETURN QUERY SELECT 'full', NULL::uuid; RETURN;
    END IF;
    INSERT INTO late_edit (id, plan_id, epoch, author, session, bytes)
    VALUES (p_new, p_plan, p_epoch, p_person, p_session, length(p_data));
    kept := p_new;
  ELSE
    UPDATE late_edit e SET bytes = e.bytes + length(p_data)
     WHERE e.id = p_continues AND e.plan_id = p_plan AND e.author = p_person AND e.epoch = p_epoch
       AND e.settled_at IS NULL AND e.bytes + length(p_data) <= p_most_bytes;
    IF NOT FOUND THEN
      RETURN QUERY SELECT 'full', NULL::uuid; RETURN;
    END IF;
    kept := p_continues;
  END IF;
  INSERT INTO late_edit_part (late_edit_id, ordinal, data, digest)
  SELECT kept, 1 + count(*), p_data, p_digest FROM late_edit_part t WHERE t.late_edit_id = kept;
  RETURN QUERY SELECT 'kept', kept;
END
$$;
