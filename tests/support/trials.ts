import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { recipeColumns } from "@/lib/services/prompt/prompt-view";
import { startTrial } from "@/lib/services/trial/start-trial";
import { aPattern } from "./patterns";
import { recipe } from "./recipes";
import type { Studio } from "./studio";
import { subjectTemplate } from "./subject-template";

/** A pattern with one version, written by the studio's operator unless somebody else is named. */
export const aTriedPattern = (studio: Studio, author = studio.people.operator, name = "Sea at dusk") =>
  aPattern(studio, { name, author, version: { template: subjectTemplate(), references: [], note: "" } });

export const subjects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Subject ${index + 1}`, values: { subject: `boat ${index + 1}` } }));
export const seedsUpTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A trial whose every cell has a picture of its own, for two thousandths of a dollar. Only rows: nothing ran, nothing was painted. */
export async function aTrial(studio: Studio, versionId: string, size: { subjects: number; seeds: number; from?: number; blind?: boolean }) {
  const { subjects: rows, seeds, from = 0, blind = false } = size;
  const contents = { subjects: subjects(rows), seeds: seedsUpTo(seeds).map((seed) => seed + from) };
  const trial = await startTrial(studio.people.operator, { versionId, projectId: studio.projectId, contents, blind });
  await paint(studio, trial.id);
  return trial;
}

async function paint({ workspaceId, projectId, people }: Studio, trialId: string): Promise<void> {
  const {
    promptId: node,
    prompt,
    ...grid
  } = await db().grid.findUniqueOrThrow({
    where: { id: trialId },
    include: { prompt: true, cells: { orderBy: { index: "asc" } } },
  });
  const { engineId, modelId, modelRevision } = prompt;
  const prompts = await db().prompt.createManyAndReturn({
    data: grid.cells.map(({ index }) => ({
      ...recipeColumns(recipe({ text: `Cell ${index}` })),
      workspaceId,
      boardId: prompt.boardId,
      parentId: node,
      createdById: people.operator.memberId,
    })),
    select: { id: true },
  });
  const assets = await db().asset.createManyAndReturn({
    data: grid.cells.map(({ index }) => ({
      workspaceId,
      kind: "image" as const,
      origin: "output" as const,
      fileName: "picture.png",
      mimeType: "image/png",
      byteSize: 1_000,
      sha256: createHash("sha256").update(`${trialId} ${index}`).digest("hex"),
      width: 512,
      height: 512,
      thumbHash: "",
    })),
    select: { id: true, sha256: true },
  });
  const now = Date.now();
  const runs = await db().run.createManyAndReturn({
    data: prompts.map(({ id: promptId }) => ({
      workspaceId,
      projectId,
      promptId,
      engineId,
      modelId,
      modelRevision,
      status: "succeeded" as const,
      quality: "draft",
      count: 1,
      seeds: [7n],
      quoteMicros: 2_000n,
      actualMicros: 2_000n,
      requestedById: people.operator.memberId,
      startedAt: new Date(now - 4_000),
      finishedAt: new Date(now),
    })),
    select: { id: true, promptId: true },
  });
  await db().variant.createMany({
    data: runs.flatMap(({ id: runId, promptId }, place) => {
      const asset = assets[place];
      return asset ? [{ workspaceId, runId, promptId, index: 0, seed: 7n, assetId: asset.id, contentHash: asset.sha256 }] : [];
    }),
  });
  const [indexes, promptIds, runIds] = [
    grid.cells.map(({ index }) => index),
    runs.map(({ promptId }) => promptId),
    runs.map(({ id }) => id),
  ];
  await db().$executeRaw`
    UPDATE "GridCell" c SET "promptId" = made."prompt"::uuid, "runId" = made."run"::uuid
    FROM unnest(${indexes}::int[], ${promptIds}::text[], ${runIds}::text[]) AS made("cell", "prompt", "run")
    WHERE c."gridId" = ${trialId}::uuid AND c."index" = made."cell"`;
  await db().grid.update({ where: { id: trialId }, data: { status: "started" } });
}

/** One judge went through a whole trial: the first `fails` cells fail. Only rows, for tests about what follows from them. */
export async function judged({ memberId }: Studio["people"]["lead"], trialId: string, fails = 0): Promise<void> {
  const cells = await db().gridCell.findMany({ where: { gridId: trialId }, select: { index: true } });
  const word = (index: number) => (index < fails ? ({ verdict: "fail", defectKind: "hands" } as const) : ({ verdict: "pass" } as const));
  await db().trialJudgement.createMany({ data: cells.map(({ index }) => ({ trialId, cellIndex: index, memberId, ...word(index) })) });
}
