import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import { ROLES } from "@/lib/domain/access/policy";
import type { LaneKind } from "@/lib/domain/lane/lane";
import type { Quality } from "@/lib/domain/prompt/recipe";
import type { CardTemplate } from "@/lib/domain/review/template";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
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
  goal: "A hero picture for the spring campaign.",
  acceptableDefects: [{ kind: "artefact", maxSeverity: "minor", note: "" }],
  ownerId: null,
  retryLimit: 2,
  fallbackPath: { kind: "manual", memberId: null, note: "" },
};

async function aLane(workspaceId: string, kind: LaneKind): Promise<string> {
  const lane = await db().lane.create({ data: { workspaceId, kind, name: kind, allowedEngines: [], cardTemplate: TEMPLATE } });
  return lane.id;
}

/** An asset without bytes: a hash of its own and plausible facts. */
export async function anAsset(
  studio: Studio,
  origin: "upload" | "output" = "upload",
  sha256 = createHash("sha256").update(randomBytes(16)).digest("hex"),
): Promise<{ id: string; sha256: string }> {
  const asset = await db().asset.create({
    data: {
      workspaceId: studio.workspaceId,
      kind: "image",
      origin,
      fileName: "picture.png",
      mimeType: "image/png",
      byteSize: 1_000,
      sha256,
      width: 1024,
      height: 768,
      thumbHash: "",
      createdById: studio.people.operator.memberId,
    },
  });
  return { id: asset.id, sha256 };
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
  const { engineId, capabilities } = SKETCH_MODEL;
  const run = await db().run.create({
    data: {
      workspaceId,
      projectId,
      promptId,
      engineId,
      modelId: capabilities.modelId,
      modelRevision: capabilities.revision,
      status: "succeeded",
      quality,
      count: 1,
      seeds: [7n],
      quoteMicros: chargeMicros,
      actualMicros: chargeMicros,
      requestedById: studio.people.operator.memberId,
      finishedAt: new Date(),
      ledger: { create: { workspaceId, projectId, kind: "charge", amountMicros: chargeMicros } },
    },
  });
  const variant = await db().variant.create({
    data: { workspaceId, runId: run.id, promptId, index: 0, seed: 7n, assetId: asset.id, contentHash: asset.sha256 },
  });
  return { id: variant.id, assetId: asset.id, contentHash: asset.sha256, promptId, runId: run.id };
}
