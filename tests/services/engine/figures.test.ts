import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { engineFigures } from "@/lib/services/engine/engine-figures";
import { freshDatabase } from "../../support/database";
import { aStudio, aVariant, type MadeVariant } from "../../support/factory";
import { openStudio } from "../../support/studio";

beforeAll(() => freshDatabase().then(() => undefined));

/** Makes a finished run look as if it had taken so long. */
async function rewrite({ runId }: MadeVariant, change: { seconds: number; daysAgo?: number }) {
  const startedAt = new Date(Date.now() - (change.daysAgo ?? 0) * 86_400_000 - 60_000);
  await db().run.update({
    where: { id: runId },
    data: {
      startedAt,
      createdAt: startedAt,
      finishedAt: new Date(startedAt.getTime() + change.seconds * 1000),
    },
  });
}

/** A run like that of a variant, which failed. */
async function failedLike({ runId }: MadeVariant, failureKind: string) {
  const { id: _, operation: __, progress: ___, ...like } = await db().run.findUniqueOrThrow({ where: { id: runId } });
  await db().run.create({ data: { ...like, status: "failed", failureKind, actualMicros: 0n } });
}

test("a model's figures are those of this workspace's own runs of the last 30 days", async () => {
  const studio = await aStudio();
  for (const seconds of [1, 2, 3, 4, 20]) await rewrite(await aVariant(studio, { chargeMicros: 2_000n }), { seconds });
  const [variant] = await db().variant.findMany({ where: { run: { workspaceId: studio.workspaceId } }, take: 1 });
  if (variant) await failedLike({ ...variant, contentHash: "" }, "engine-fault");
  await rewrite(await aVariant(studio, { chargeMicros: 9_000n }), { seconds: 600, daysAgo: 31 });
  const other = await aStudio();
  await rewrite(await aVariant(other), { seconds: 500 });
  const [figures, ...none] = await engineFigures(studio.people.operator, {});
  expect(none).toEqual([]);
  expect(figures).toMatchObject({
    engineId: "sketch",
    runs: 6,
    succeeded: 5,
    variants: 5,
    spentMicros: "10000",
    p50Ms: 3_000,
    failures: [{ kind: "engine-fault", count: 1 }],
  });
  expect(figures?.p95Ms).toBeGreaterThan(10_000);
});

test("a workspace without runs has no figures", async () => {
  const { people } = await openStudio();
  expect(await engineFigures(people.reviewer, {})).toEqual([]);
});
