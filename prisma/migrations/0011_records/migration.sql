-- CreateEnum
CREATE TYPE "late_verdict" AS ENUM ('takenUp', 'dismissed');

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmed_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "late_edit_item" (
    "late_edit_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "verdict" "late_verdict" NOT NULL,
    "reason" TEXT,
    "month" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "late_edit_item_pkey" PRIMARY KEY ("late_edit_id","key")
);

-- CreateTable
CREATE TABLE "unsent_work" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "device" UUID NOT NULL,
    "changes" INTEGER NOT NULL,
    "noted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unsent_work_pkey" PRIMARY KEY ("plan_id","person_id","device")
);

-- CreateTable
CREATE TABLE "commune_rules" (
    "commune_id" UUID NOT NULL,
    "sign_offs" INTEGER NOT NULL DEFAULT 0,
    "due_day" INTEGER NOT NULL DEFAULT 5,
    "weights" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "commune_rules_pkey" PRIMARY KEY ("commune_id")
);

-- CreateTable
CREATE TABLE "justification" (
    "plan_id" UUID NOT NULL,
    "check_key" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "justification_pkey" PRIMARY KEY ("plan_id","check_key")
);

-- CreateTable
CREATE TABLE "plan_meeting" (
    "plan_id" UUID NOT NULL,
    "held_on" DATE,
    "present" INTEGER,
    "voters" INTEGER,
    "in_favour" INTEGER,
    "document_number" TEXT,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,

    CONSTRAINT "plan_meeting_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("plan_id","person_id")
);

-- CreateTable
CREATE TABLE "plan_record" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "json" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content_sha256" BYTEA NOT NULL,
    "code" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "finalised_by" UUID NOT NULL,
    "finalised_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "plan_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_assignment" (
    "record_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "member_code" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "target_name" TEXT NOT NULL,
    "field" "work_field",

    CONSTRAINT "record_assignment_pkey" PRIMARY KEY ("record_id","ordinal")
);

-- CreateTable
CREATE TABLE "record_task" (
    "record_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "task_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "field" TEXT,
    "doers" TEXT[],
    "co_doers" TEXT[],
    "place" TEXT,
    "due" DATE,
    "status" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "carried_times" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "record_task_pkey" PRIMARY KEY ("record_id","ordinal")
);

-- CreateTable
CREATE TABLE "plan_reopening" (
    "record_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_reopening_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "plan_figures" (
    "plan_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ NOT NULL,
    "last_edit_at" TIMESTAMPTZ,
    "groups" INTEGER NOT NULL,
    "groups_covered" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "households_covered" INTEGER NOT NULL,
    "poor" INTEGER NOT NULL,
    "poor_covered" INTEGER NOT NULL,
    "near_poor" INTEGER NOT NULL,
    "near_poor_covered" INTEGER NOT NULL,
    "members" INTEGER NOT NULL,
    "in_charge" INTEGER NOT NULL,
    "by_field" INTEGER NOT NULL,
    "exempt" INTEGER NOT NULL,
    "away" INTEGER NOT NULL,
    "newly_admitted" INTEGER NOT NULL,
    "no_reason" INTEGER NOT NULL,
    "tasks" INTEGER NOT NULL,
    "tasks_done" INTEGER NOT NULL,
    "tasks_not_done" INTEGER NOT NULL,
    "tasks_carried" INTEGER NOT NULL,

    CONSTRAINT "plan_figures_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "person_id" UUID NOT NULL,
    "plan_id" UUID,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_record_code_key" ON "plan_record"("code");

-- CreateIndex
CREATE UNIQUE INDEX "plan_record_plan_id_version_key" ON "plan_record"("plan_id", "version");

-- CreateIndex
CREATE INDEX "record_assignment_member_id_idx" ON "record_assignment"("member_id");

-- CreateIndex
CREATE INDEX "audit_entry_plan_id_at_idx" ON "audit_entry"("plan_id", "at");

-- AddForeignKey
ALTER TABLE "late_edit_item" ADD CONSTRAINT "late_edit_item_late_edit_id_fkey" FOREIGN KEY ("late_edit_id") REFERENCES "late_edit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsent_work" ADD CONSTRAINT "unsent_work_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune_rules" ADD CONSTRAINT "commune_rules_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "justification" ADD CONSTRAINT "justification_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_meeting" ADD CONSTRAINT "plan_meeting_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_record" ADD CONSTRAINT "plan_record_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_assignment" ADD CONSTRAINT "record_assignment_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "plan_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_task" ADD CONSTRAINT "record_task_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "plan_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_reopening" ADD CONSTRAINT "plan_reopening_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "plan_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_figures" ADD CONSTRAINT "plan_figures_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was finalised, why it was opened again, and who did what stay as they were written.
CREATE FUNCTION stays_as_written() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER plan_record_stays BEFORE UPDATE OR DELETE ON plan_record
  FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER record_assignment_stays BEFORE UPDATE OR DELETE ON record_assignment
  FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER record_task_stays BEFORE UPDATE OR DELETE ON record_task
  FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER plan_reopening_stays BEFORE UPDATE OR DELETE ON plan_reopening
  FOR EACH ROW EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION stays_as_written();
