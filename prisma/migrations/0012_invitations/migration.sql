-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'signOff';

-- AlterTable
ALTER TABLE "sign_off" ADD COLUMN     "seq" BIGINT;
