-- As in 0002_append, for all plans of a batch in each statement, not for one plan after the other: a batch waits for
-- as many statements however many plans it has. docs/performance.md says what that saves, docs/decisions/012 why the
-- lock has a statement of its own.
CREATE OR REPLACE FUNCTION append_updates(
  p_batch uuid,
  -- The same batch again, because the answer to its COMMIT was lost.
  p_again boolean,
  p_plans uuid[], p_epochs int[], p_revs bigint[],
  p_author_plans uuid[], p_author_people uuid[], p_author_sessions uuid[],
  p_row_plans uuid[], p_row_authors uuid[], p_row_data bytea[],
  p_claim_plans uuid[], p_claim_clients bigint[], p_claim_people uuid[]
) RETURNS TABLE (of_plan uuid, outcome text, base bigint, rev bigint, sessions uuid[], clients bigint[])
LANGUAGE plpgsql VOLATILE
-- Planned once per connection (0009_append_plans), and so perhaps while a table is small: such a plan would read all
-- of it ever after.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  held uuid[];
  -- Pairs of a plan and what stands against writing to it; null for none.
  ended_in uuid[];
  ended uuid[];
  foreign_in uuid[];
  foreign_ids bigint[];
BEGIN
  -- Nothing that this statement reads is compared: it saw the rows as they were before it waited.
  held := ARRAY(
    SELECT p.id FROM plan p WHERE p.id = ANY (p_plans) ORDER BY p.id FOR NO KEY UPDATE SKIP LOCKED);

  -- Each statement of a volatile function sees what was committed before it began: the locks are held by now.
  IF p_again THEN
    RETURN QUERY
    SELECT u.plan_id, 'appended', min(u.seq) - 1, p.rights_rev, NULL::uuid[], NULL::bigint[]
      FROM plan_update u JOIN plan p ON p.id = u.plan_id
     WHERE u.batch_id = p_batch AND u.plan_id = ANY (held)
     GROUP BY u.plan_id, p.rights_rev;
    held := ARRAY(
      SELECT h.id FROM unnest(held) AS h (id)
       WHERE NOT EXISTS (SELECT 1 FROM plan_update u WHERE u.batch_id = p_batch AND u.plan_id = h.id));
  END IF;

  -- One by one by their keys, which a join might not do (hence no EXISTS, which would become one).
  SELECT array_agg(a.plan_id), array_agg(a.session_id) INTO ended_in, ended
    FROM unnest(p_author_plans, p_author_people, p_author_sessions) AS a (plan_id, person_id, session_id)
   WHERE (
     SELECT s.id FROM session s JOIN person q ON q.id = s.person_id
      WHERE s.id = a.session_id AND s.person_id = a.person_id AND s.ended_at IS NULL
        AND s.expires_at > clock_timestamp() AND q.disabled_at IS NULL AND NOT q.must_change_password) IS NULL;

  IF cardinality(p_claim_plans) > 0 THEN
    SELECT array_agg(c.plan_id), array_agg(c.client_id) INTO foreign_in, foreign_ids
      FROM unnest(p_claim_plans, p_claim_clients, p_claim_people) AS c (plan_id, client_id, person_id)
     WHERE (
       SELECT k.person_id IS DISTINCT FROM c.person_id FROM plan_client k
        WHERE k.plan_id = c.plan_id AND k.client_id = c.client_id);
  END IF;

  RETURN QUERY
  WITH judged AS MATERIALIZED (
    SELECT p.id, p.epoch, p.head_seq, p.rights_rev,
           CASE WHEN p.epoch <> a.epoch THEN 'epoch'
                WHEN p.status = 'finalised' THEN 'finalised'
                WHEN p.rights_rev <> a.rev THEN 'rights'
                WHEN p.id = ANY (ended_in) THEN 'sessions'
                WHEN p.id = ANY (foreign_in) THEN 'owner'
                ELSE 'appended' END AS verdict
      FROM plan p JOIN unnest(p_plans, p_epochs, p_revs) AS a (id, epoch, rev) ON a.id = p.id
     WHERE p.id = ANY (held)
  ), fit AS MATERIALIZED (
    SELECT j.id, j.epoch, j.head_seq FROM judged j WHERE j.verdict = 'appended'
  ), claimed AS (
    INSERT INTO plan_client (plan_id, client_id, person_id)
    SELECT c.plan_id, c.client_id, c.person_id
      FROM unnest(p_claim_plans, p_claim_clients, p_claim_people) AS c (plan_id, client_id, person_id)
      JOIN fit f ON f.id = c.plan_id
        ON CONFLICT DO NOTHING
  ), added AS (
    INSERT INTO plan_update (plan_id, epoch, seq, author, batch_id, data)
    SELECT f.id, f.epoch, f.head_seq + row_number() OVER (PARTITION BY f.id ORDER BY r.ord), r.author, p_batch, r.data
      FROM unnest(p_row_plans, p_row_authors, p_row_data) WITH ORDINALITY AS r (plan_id, author, data, ord)
      JOIN fit f ON f.id = r.plan_id
  ), raised AS (
    UPDATE plan p SET head_seq = f.head_seq + n.added
      FROM fit f JOIN (
        SELECT r.plan_id, count(*) AS added FROM unnest(p_row_plans) AS r (plan_id) GROUP BY r.plan_id
      ) n ON n.plan_id = f.id
     WHERE p.id = f.id AND p.id = ANY (held)
  )
  SELECT j.id, j.verdict, CASE WHEN j.verdict = 'appended' THEN j.head_seq END, j.rights_rev,
         CASE WHEN j.verdict = 'sessions' THEN (
           SELECT array_agg(e.id) FROM unnest(ended_in, ended) AS e (plan_id, id) WHERE e.plan_id = j.id) END,
         CASE WHEN j.verdict = 'owner' THEN (
           SELECT array_agg(e.id) FROM unnest(foreign_in, foreign_ids) AS e (plan_id, id) WHERE e.plan_id = j.id) END
    FROM judged j
   ORDER BY j.id;
END
$$;
