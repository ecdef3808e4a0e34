-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('commune', 'committee', 'branch');

-- CreateEnum
CREATE TYPE "household_status" AS ENUM ('none', 'poor', 'nearPoor');

-- CreateEnum
CREATE TYPE "support_need" AS ENUM ('seedsAndLivestock', 'farmingTechnique', 'loan', 'work', 'housing', 'water', 'schooling', 'healthInsurance', 'digitalServices');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('official', 'probationary');

-- CreateEnum
CREATE TYPE "branch_office" AS ENUM ('secretary', 'deputy', 'committee');

-- CreateEnum
CREATE TYPE "work_field" AS ENUM ('education', 'health', 'military');

-- CreateEnum
CREATE TYPE "reason_class" AS ENUM ('exempt', 'away', 'newlyAdmitted', 'byField');

-- CreateEnum
CREATE TYPE "strength" AS ENUM ('cropTechnique', 'livestock', 'credit', 'localLanguage', 'computing', 'construction', 'education', 'irrigation', 'health', 'mobilisation');

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('office', 'secretary', 'deputy', 'committee', 'cadre', 'member');

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('drafting', 'circulating', 'finalised');

-- CreateTable
CREATE TABLE "org_unit" (
    "id" UUID NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "valid_from" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ,

    CONSTRAINT "org_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "former_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("predecessor_id","successor_id","at")
);

-- CreateTable
CREATE TABLE "hamlet" (
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "hamlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branch_hamlet" (
    "branch_id" UUID NOT NULL,
    "hamlet_id" UUID NOT NULL,

    CONSTRAINT "branch_hamlet_pkey" PRIMARY KEY ("branch_id","hamlet_id")
);

-- CreateTable
CREATE TABLE "household_group" (
    "id" UUID NOT NULL,
    "hamlet_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,

    CONSTRAINT "household_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "head_name" TEXT NOT NULL,
    "hamlet_id" UUID NOT NULL,
    "group_id" UUID,
    "people" INTEGER NOT NULL,
    "status" "household_status" NOT NULL DEFAULT 'none',
    "status_year" INTEGER,
    "support_need" "support_need",
    "retired_at" TIMESTAMPTZ,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "hamlet_id" UUID,
    "standing" "standing" NOT NULL DEFAULT 'official',
    "office" "branch_office",
    "field" "work_field",
    "reason" "reason_class",
    "reason_until" DATE,
    "listed_reason" "reason_class",
    "strengths" "strength"[],
    "max_groups" INTEGER,
    "retired_at" TIMESTAMPTZ,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "member_id" UUID,
    "disabled_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "granted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_pkey" PRIMARY KEY ("person_id","unit_id","role")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "status" "plan_status" NOT NULL DEFAULT 'drafting',
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "rights_rev" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_update" (
    "plan_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "author" UUID,
    "batch_id" UUID NOT NULL,
    "data" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "plan_update_pkey" PRIMARY KEY ("plan_id","seq")
);

-- CreateTable
CREATE TABLE "plan_client" (
    "plan_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "person_id" UUID,

    CONSTRAINT "plan_client_pkey" PRIMARY KEY ("plan_id","client_id")
);

-- CreateTable
CREATE TABLE "plan_snapshot" (
    "plan_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_snapshot_pkey" PRIMARY KEY ("plan_id","epoch","seq")
);

-- CreateTable
CREATE TABLE "task_field" (
    "id" UUID NOT NULL,
    "commune_id" UUID,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "id" UUID NOT NULL,
    "commune_id" UUID,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,

    CONSTRAINT "plan_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "org_unit_parent_id_name_key" ON "org_unit"("parent_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "hamlet_commune_id_name_key" ON "hamlet"("commune_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "household_group_hamlet_id_name_key" ON "household_group"("hamlet_id", "name");

-- CreateIndex
CREATE INDEX "household_group_id_idx" ON "household"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_commune_id_code_key" ON "household"("commune_id", "code");

-- CreateIndex
CREATE INDEX "member_branch_id_idx" ON "member"("branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_commune_id_code_key" ON "member"("commune_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "role_unit_id_idx" ON "role"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_branch_id_month_key" ON "plan"("branch_id", "month");

-- CreateIndex
CREATE INDEX "plan_update_batch_id_idx" ON "plan_update"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_field_commune_id_code_key" ON "task_field"("commune_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "plan_template_commune_id_code_key" ON "plan_template"("commune_id", "code");

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "org_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hamlet" ADD CONSTRAINT "hamlet_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_hamlet" ADD CONSTRAINT "branch_hamlet_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_hamlet" ADD CONSTRAINT "branch_hamlet_hamlet_id_fkey" FOREIGN KEY ("hamlet_id") REFERENCES "hamlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_group" ADD CONSTRAINT "household_group_hamlet_id_fkey" FOREIGN KEY ("hamlet_id") REFERENCES "hamlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_hamlet_id_fkey" FOREIGN KEY ("hamlet_id") REFERENCES "hamlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "household_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_hamlet_id_fkey" FOREIGN KEY ("hamlet_id") REFERENCES "hamlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_update" ADD CONSTRAINT "plan_update_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_client" ADD CONSTRAINT "plan_client_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_snapshot" ADD CONSTRAINT "plan_snapshot_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_field" ADD CONSTRAINT "task_field_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "org_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_template" ADD CONSTRAINT "plan_template_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "org_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
