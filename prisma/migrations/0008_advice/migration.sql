-- CreateEnum
CREATE TYPE "advice_place" AS ENUM ('plan', 'group', 'member', 'task', 'passage');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('done', 'partly', 'notDone');

-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('weather', 'householdAway', 'noFunds', 'waitingForOthers', 'otherDuties', 'tooLittleTime');

-- CreateEnum
CREATE TYPE "report_next_step" AS ENUM ('continue', 'moreTime', 'help', 'drop');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('mention', 'assigned', 'digest');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "plan_advice" (
    "plan_id" UUID NOT NULL,
    "rev" BIGINT NOT NULL DEFAULT 0,
    "noticed_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "plan_advice_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "advice_act" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advice_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "place_kind" "advice_place" NOT NULL,
    "place_id" TEXT,
    "part" TEXT,
    "quote" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "occurrence" INTEGER,
    "anchor" BYTEA,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ,
    "resolved_by" UUID,
    "rev" BIGINT NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "edited_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("comment_id","person_id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "thread_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'open',
    "settled_at" TIMESTAMPTZ,
    "settled_by" UUID,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "task_report" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "task_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "outcome" "report_outcome" NOT NULL,
    "done_count" INTEGER,
    "of_count" INTEGER,
    "reason" "report_reason",
    "next_step" "report_next_step",
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "taken_at" TIMESTAMPTZ,
    "taken_by" UUID,
    "rev" BIGINT NOT NULL,

    CONSTRAINT "task_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "thread_id" UUID,
    "comment_id" UUID,
    "detail" JSONB,
    "count" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ,
    "mailed_at" TIMESTAMPTZ,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_mute" (
    "person_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,

    CONSTRAINT "notice_mute_pkey" PRIMARY KEY ("person_id","plan_id")
);

-- CreateIndex
CREATE INDEX "advice_act_at_idx" ON "advice_act"("at");

-- CreateIndex
CREATE INDEX "thread_plan_id_rev_idx" ON "thread"("plan_id", "rev");

-- CreateIndex
CREATE INDEX "comment_thread_id_idx" ON "comment"("thread_id");

-- CreateIndex
CREATE INDEX "task_report_plan_id_rev_idx" ON "task_report"("plan_id", "rev");

-- CreateIndex
CREATE INDEX "notice_person_id_read_at_idx" ON "notice"("person_id", "read_at");

-- AddForeignKey
ALTER TABLE "plan_advice" ADD CONSTRAINT "plan_advice_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_report" ADD CONSTRAINT "task_report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_report" ADD CONSTRAINT "task_report_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_mute" ADD CONSTRAINT "notice_mute_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_mute" ADD CONSTRAINT "notice_mute_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One unread digest of a plan at a time, whoever writes it. Prisma's schema cannot say this.
CREATE UNIQUE INDEX "notice_unread_digest" ON "notice"("person_id", "plan_id") WHERE "kind" = 'digest' AND "read_at" IS NULL;

-- Of what plans say already nobody is told as if it were new.
INSERT INTO "plan_advice" ("plan_id", "noticed_seq") SELECT "id", "head_seq" FROM "plan";
