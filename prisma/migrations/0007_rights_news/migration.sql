-- CreateTable
CREATE TABLE "rights_news" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "rights_news_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rights_news_at_idx" ON "rights_news"("at");

-- As in 0002_append, and one row that says that something is new.
CREATE OR REPLACE FUNCTION raise_rights_rev(p_person uuid, p_units uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM plan p WHERE p.branch_id = ANY (p_units) ORDER BY p.id FOR NO KEY UPDATE;
  UPDATE plan SET rights_rev = rights_rev + 1 WHERE branch_id = ANY (p_units);
  INSERT INTO rights_news DEFAULT VALUES;
  PERFORM pg_notify('banviec', json_build_object('kind', 'rights', 'personId', p_person)::text);
END
$$;
