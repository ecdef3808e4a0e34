-- The statements of the append are planned once for each connection. Left to itself PostgreSQL compares that with
-- plans made for the arrays of each call, and for small batches it goes on planning at every call: that costs more
-- than carrying them out, and finds the same indexes. docs/performance.md says how much.
-- Whoever replaces the function says this again.
ALTER FUNCTION append_updates(
  uuid, boolean, uuid[], int[], bigint[], uuid[], uuid[], uuid[], uuid[], uuid[], bytea[], uuid[], bigint[], uuid[]
) SET plan_cache_mode = force_generic_plan;
