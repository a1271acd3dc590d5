import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { AssetRights } from "@/lib/domain/asset/rights";
import { ContentClasses } from "@/lib/domain/asset/unsafe";
import { AppError } from "@/lib/domain/errors";
import { wordingOf } from "@/lib/domain/grid/wording";
import { altTextByRules } from "@/lib/domain/help/alt-text";
import { faultsByRules } from "@/lib/domain/help/critique";
import type { HelpFailure } from "@/lib/domain/help/failure";
import type { HelpAnswer, HelpRequest } from "@/lib/domain/help/help";
import { type HelpSubject, offered } from "@/lib/domain/help/question";
import { rewriteByRules } from "@/lib/domain/help/rewrite";
import { RULE_AXES, varyByRules } from "@/lib/domain/help/vary";
import { Quality } from "@/lib/domain/prompt/recipe";
import { CardAcceptableDefects } from "@/lib/domain/review/defect";
import { Distance } from "@/lib/domain/trial/signature";
import { catalogueModel } from "@/lib/engines/catalogue";
import { noSuchAsset } from "../asset/asset-view";
import { loadKinds } from "../defect-kind/load-kinds";
import { noSuchCard } from "../review/load-card";

/** What is asked, about what, whose money it would be, and what the rules say to it. */
export interface AskedHelp {
  readonly subject: HelpSubject;
  /** Null: nobody pays, so only the rules answer. */
  readonly projectId: string | null;
  readonly laneId: string | null;
  readonly attemptId: string | null;
  /** The picture a language model that sees may look at. */
  readonly assetId: string | null;
  readonly byRules: () => HelpAnswer | HelpFailure;
}

/** Reads everything a help needs of what it is asked about. @throws AppError `NOT_FOUND`, `BAD_INPUT` */
export async function helpAskedFor(db: Database, workspaceId: string, request: HelpRequest, now: Date): Promise<AskedHelp> {
  switch (request.kind) {
    case "rewrite":
    case "vary":
      return aboutPrompt(db, workspaceId, request);
    case "critique":
      return aboutAttempt(db, workspaceId, request, now);
    case "alt-text":
      return aboutAsset(db, workspaceId, request.assetId);
    default:
      return request satisfies never;
  }
}

type AboutPrompt = Extract<HelpRequest, { kind: "rewrite" | "vary" }>;

async function aboutPrompt(db: Database, workspaceId: string, request: AboutPrompt): Promise<AskedHelp> {
  const { projectId, text } = request;
  const project = await db.project.findFirst({ where: { id: projectId, workspaceId }, select: { archivedAt: true } });
  if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
  if (project.archivedAt) throw new AppError("CONFLICT", "This project is archived. Restore it first.");
  const wording = wordingOf(text);
  if (wording.kind === "mistake") throw new AppError("BAD_INPUT", `Mend the prompt first: ${wording.mistake.sentence}`);
  const place = { projectId, laneId: null, attemptId: null, assetId: null };
  if (request.kind === "rewrite")
    return { ...place, subject: { kind: "rewrite", text }, byRules: () => ({ kind: "rewrite", ...copied(rewriteByRules(text)) }) };
  const { axis, count } = request;
  return { ...place, subject: { kind: "vary", text, axis, count }, byRules: () => varied(text, axis, count) };
}

const copied = ({ text, notes }: { readonly text: string; readonly notes: readonly string[] }) => ({ text, notes: [...notes] });

function varied(text: string, axis: string, count: number): HelpAnswer | HelpFailure {
  const ways = varyByRules(text, axis, count);
  if (ways !== null && ways.length > 0) return { kind: "vary", ways: [...ways] };
  const reason =
    ways === null
      ? `The rules know these axes: ${RULE_AXES.join(", ")}. With a language model, any words do.`
      : `The prompt already has everything the rules know of ${axis}.`;
  return { kind: "nothing-known", reason };
}

const variantFacts = {
  promptId: true,
  report: true,
  prompt: { select: { text: true, references: { select: { asset: { select: { fileName: true, rights: true } } } } } },
  run: {
    select: {
      projectId: true,
      quality: true,
      engineId: true,
      modelId: true,
      cell: { select: { gridId: true, index: true, grid: { select: { trial: { select: { measures: true } } } } } },
    },
  },
} as const;

const Ignored = z.object({ ignored: z.array(z.string()) });

async function aboutAttempt(
  db: Database,
  workspaceId: string,
  { cardId, attemptId }: { cardId: string; attemptId: string },
  now: Date,
): Promise<AskedHelp> {
  const card = await db.reviewCard.findFirst({
    where: { id: cardId, workspaceId },
    include: {
      lane: { select: { id: true, kind: true } },
      attempts: {
        orderBy: { number: "asc" },
        include: { asset: { include: { look: true } }, variant: { select: variantFacts } },
      },
    },
  });
  if (!card) throw noSuchCard();
  const attempt = card.attempts.find(({ id }) => id === attemptId);
  if (!attempt) throw new AppError("NOT_FOUND", "This card has no such attempt.");
  const { asset, variant } = attempt;
  const capabilities = variant ? catalogueModel(variant.run.engineId, variant.run.modelId)?.capabilities : undefined;
  const measure = variant?.run.cell?.grid.trial?.measures.find(({ cellIndex }) => cellIndex === variant.run.cell?.index);
  const kinds = (await loadKinds(db, workspaceId)).flatMap(({ kind, label, hint, isHidden }) => (isHidden ? [] : [{ kind, label, hint }]));
  const faults = faultsByRules(
    {
      goal: card.goal,
      lane: card.lane.kind,
      number: attempt.number,
      contentHash: attempt.contentHash,
      thumbHash: asset.thumbHash,
      earlier: card.attempts
        .filter(({ number }) => number < attempt.number)
        .map(({ number, contentHash, asset: { thumbHash } }) => ({ number, contentHash, thumbHash })),
      run: variant && {
        quality: Quality.parse(variant.run.quality),
        text: variant.prompt.text,
        isEdit: capabilities?.category === "image.edit",
        ignored: Ignored.safeParse(variant.report).data?.ignored ?? [],
        finalLongSide: capabilities?.longSide.final ?? null,
        drift: Distance.safeParse(measure?.fromReferences).data ?? null,
      },
      width: asset.width,
      height: asset.height,
      classes: ContentClasses.safeParse(asset.look?.classes).data ?? null,
      references: (variant?.prompt.references ?? []).map(({ asset: { fileName, rights } }) => ({
        fileName,
        rights: AssetRights.parse(rights),
      })),
    },
    now,
  );
  const findings = faults.map((fault) => ({ ...fault, kind: offered(kinds, fault.kind) }));
  return {
    subject: {
      kind: "critique",
      goal: card.goal,
      acceptable: CardAcceptableDefects.parse(card.acceptableDefects),
      kinds,
      prompt: variant?.prompt.text ?? null,
      known: findings.map(({ sentence }) => sentence),
    },
    projectId: card.projectId,
    laneId: card.lane.id,
    attemptId,
    assetId: asset.id,
    byRules: () => ({ kind: "critique", findings: [...findings], hasSeen: false }),
  };
}

async function aboutAsset(db: Database, workspaceId: string, assetId: string): Promise<AskedHelp> {
  const made = { take: 1, select: variantFacts } as const;
  const asset = await db.asset.findFirst({
    where: { id: assetId, workspaceId, deletedAt: null },
    include: {
      variants: made,
      // A published file is a new one: what it shows is what was approved.
      publications: {
        take: 1,
        select: { card: { select: { projectId: true } }, attempt: { select: { asset: { select: { variants: made } } } } },
      },
      usedIn: { take: 1, orderBy: { promptId: "desc" }, select: { prompt: { select: { board: { select: { projectId: true } } } } } },
      attempts: { take: 1, orderBy: { createdAt: "desc" }, select: { card: { select: { projectId: true } } } },
    },
  });
  if (!asset) throw noSuchAsset();
  const [publication] = asset.publications;
  const variant = asset.variants[0] ?? publication?.attempt.asset.variants[0] ?? null;
  const prompt = variant?.prompt.text ?? null;
  const isEdit = variant ? catalogueModel(variant.run.engineId, variant.run.modelId)?.capabilities.category === "image.edit" : false;
  const { kind, fileName } = asset;
  return {
    subject: { kind: "alt-text", prompt, fileName },
    projectId:
      variant?.run.projectId ??
      publication?.card.projectId ??
      asset.attempts[0]?.card.projectId ??
      asset.usedIn[0]?.prompt.board.projectId ??
      null,
    laneId: null,
    attemptId: null,
    assetId,
    byRules: () => {
      const text = altTextByRules({ kind, prompt, isEdit, fileName });
      return text === null
        ? {
            kind: "nothing-known",
            reason: "Nothing is known of what this file shows: no run made it, and its name does not say. Write it yourself.",
          }
        : { kind: "alt-text", text };
    },
  };
}
