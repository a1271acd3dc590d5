import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import { ROLES } from "@/lib/domain/access/policy";
import type { LaneKind } from "@/lib/domain/lane/lane";
import type { Quality } from "@/lib/domain/prompt/recipe";
import type { CardTemplate } from "@/lib/domain/review/template";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { lookedAt } from "./assets";
import { openStudio, type Studio } from "./studio";

/** A studio with a lane of each kind, whose people are called by their role: "The reviewer". */
export interface ReviewStudio extends Studio {
  readonly lanes: Readonly<Record<LaneKind, string>>;
}

export async function aStudio(): Promise<ReviewStudio> {
  const studio = await openStudio();
  for (const role of ROLES) await db().member.update({ where: { id: studio.people[role].memberId }, data: { displayName: `The ${role}` } });
  const [exploration, production] = await Promise.all([aLane(studio.workspaceId, "exploration"), aLane(studio.workspaceId, "production")]);
  return { ...studio, lanes: { exploration, production } };
}

/** Everything a card needs but its owner. */
export const TEMPLATE: CardTemplate = {
  id: "0199f3a0-0000-7000-8000-0000000000aa",
  name: "Standard",
  goal: "A hero picture for the spring campaign.",
  acceptableDefects: [{ kind: "artefact", maxSeverity: "minor", note: "", exampleAssetId: null }],
  owner: null,
  retryLimit: 2,
  fallbackPath: { kind: "manual", memberId: null, note: "" },
  stages: [],
  due: null,
  requiredChecks: [],
};

async function aLane(workspaceId: string, kind: LaneKind): Promise<string> {
  const lane = await db().lane.create({ data: { workspaceId, kind, name: kind, allowedEngines: [], cardTemplates: [TEMPLATE] } });
  return lane.id;
}

/** An asset without bytes: a hash of its own and plausible facts, in which no program saw anything unsafe. */
export async function anAsset(
  studio: Studio,
  origin: "upload" | "output" = "upload",
  sha256 = aHash(),
): Promise<{ id: string; sha256: string }> {
  const asset = await db().asset.create({ data: assetRow(studio, origin, sha256) });
  await lookedAt(asset.id);
  return { id: asset.id, sha256 };
}

const aHash = () => createHash("sha256").update(randomBytes(16)).digest("hex");

function assetRow(studio: Studio, origin: "upload" | "output", sha256: string) {
  return {
    workspaceId: studio.workspaceId,
    kind: "image" as const,
    origin,
    fileName: "picture.png",
    mimeType: "image/png",
    byteSize: 1_000,
    sha256,
    width: 1024,
    height: 768,
    thumbHash: "",
    createdById: studio.people.operator.memberId,
  };
}

export interface MadeVariant {
  readonly id: string;
  readonly assetId: string;
  readonly contentHash: string;
  readonly promptId: string;
  readonly runId: string;
}

/** A finished final run of the embedded engine with one variant, charged what it says. Only rows: nothing was painted. */
export async function aVariant(
  studio: Studio,
  made: { quality?: Quality; chargeMicros?: bigint; promptId?: string; asset?: { id: string; sha256: string } } = {},
): Promise<MadeVariant> {
  const { quality = "final", chargeMicros = 2_000n } = made;
  const { workspaceId, projectId } = studio;
  const asset = made.asset ?? (await anAsset(studio, "output"));
  const promptId = made.promptId ?? (await studio.prompt());
  const run = await db().run.create({
    data: {
      ...runRow(studio, promptId, quality, chargeMicros),
      ledger: { create: { workspaceId, projectId, kind: "charge", amountMicros: chargeMicros } },
    },
  });
  const variant = await db().variant.create({
    data: { workspaceId, runId: run.id, promptId, index: 0, seed: 7n, assetId: asset.id, contentHash: asset.sha256 },
  });
  return { id: variant.id, assetId: asset.id, contentHash: asset.sha256, promptId, runId: run.id };
}

/** Many variants like {@link aVariant}'s, each of a run of its own, made of one prompt: a handful of statements, however many. */
export async function manyVariants(studio: Studio, count: number): Promise<string[]> {
  const { workspaceId, projectId } = studio;
  const promptId = await studio.prompt();
  const amountMicros = 2_000n;
  const rows = Array.from({ length: count }, () => assetRow(studio, "output", aHash()));
  const assets = await db().asset.createManyAndReturn({ data: rows, select: { id: true, sha256: true } });
  const runs = await db().run.createManyAndReturn({
    data: assets.map(() => runRow(studio, promptId, "final", amountMicros)),
    select: { id: true },
  });
  await db().ledgerEntry.createMany({
    data: runs.map(({ id: runId }) => ({ workspaceId, projectId, runId, kind: "charge", amountMicros })),
  });
  const variants = await db().variant.createManyAndReturn({
    data: assets.flatMap(({ id: assetId, sha256: contentHash }, turn) => {
      const run = runs[turn];
      return run ? [{ workspaceId, runId: run.id, promptId, index: 0, seed: 7n, assetId, contentHash }] : [];
    }),
    select: { id: true },
  });
  return variants.map(({ id }) => id);
}

function runRow({ workspaceId, projectId, people }: Studio, promptId: string, quality: Quality, chargeMicros: bigint) {
  const { engineId, capabilities } = SKETCH_MODEL;
  return {
    workspaceId,
    projectId,
    promptId,
    engineId,
    modelId: capabilities.modelId,
    modelRevision: capabilities.revision,
    status: "succeeded" as const,
    quality,
    count: 1,
    seeds: [7n],
    quoteMicros: chargeMicros,
    actualMicros: chargeMicros,
    requestedById: people.operator.memberId,
    finishedAt: new Date(),
  };
}
