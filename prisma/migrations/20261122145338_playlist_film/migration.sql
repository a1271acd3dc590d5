-- AlterTable
ALTER TABLE "Playlist" ADD COLUMN     "film" JSONB;
