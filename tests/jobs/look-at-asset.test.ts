import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { ContentClasses, unsafeShare } from "@/lib/domain/asset/unsafe";
import { lookAtAsset } from "@/lib/jobs/handlers/look-at-asset";
import { requeueUnlooked } from "@/lib/services/asset/content-look";
import { blobStore } from "@/lib/storage/current";
import { aCard, submitNew } from "../services/review/cards";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aStudio } from "../support/factory";

beforeAll(async () => {
  await freshDatabase();
});

test("a picture that is sent to review is looked at once; one whose job was lost, or that has no picture, is not forgotten", async () => {
  const studio = await aStudio();
  const asset = await addAsset(studio.people.operator);
  await db().contentLook.deleteMany();
  const jobs = () => db().$queryRaw<{ data: object }[]>`SELECT data FROM pgboss.job WHERE name = 'asset.look' AND state = 'created'`;
  await submitNew(studio, await aCard(studio));
  expect(await jobs()).toHaveLength(1);

  const job = { workspaceId: studio.workspaceId, assetId: asset.id };
  await lookAtAsset(job, blobStore());
  const { classes, lookedAt } = await db().contentLook.findUniqueOrThrow({ where: { assetId: asset.id } });
  expect(unsafeShare(ContentClasses.parse(classes))).toBeLessThan(0.2);
  await lookAtAsset(job, blobStore());
  expect(await db().contentLook.findUniqueOrThrow({ where: { assetId: asset.id } })).toMatchObject({ lookedAt });

  const attempt = await db().attempt.findFirstOrThrow();
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'asset.look'`;
  await db().contentLook.deleteMany({ where: { assetId: attempt.assetId } });
  const later = new Date(Date.now() + 3_600_000);
  expect([await requeueUnlooked(new Date()), await requeueUnlooked(later), await requeueUnlooked(later)]).toEqual([0, 1, 0]);
  await lookAtAsset({ ...job, assetId: attempt.assetId }, blobStore());
  expect(await db().contentLook.findUniqueOrThrow({ where: { assetId: attempt.assetId } })).toMatchObject({ classes: null });
});
