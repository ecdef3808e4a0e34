-- DropIndex
DROP INDEX "plan_update_batch_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "plan_update_batch_id_plan_id_author_key" ON "plan_update"("batch_id", "plan_id", "author");
