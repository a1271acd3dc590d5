-- AlterTable
ALTER TABLE "ShareLink" ADD COLUMN     "playlistId" UUID;

-- CreateIndex
CREATE INDEX "ShareLink_playlistId_idx" ON "ShareLink"("playlistId");

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_playlistId_fkey" FOREIGN KEY ("playlistId") REFERENCES "Playlist"("id") ON DELETE SET NULL ON UPDATE CASCADE;
