import type { Database } from "@/lib/db/client";
import { type Role, rolesThatMay } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { whyNotFallBackOn } from "@/lib/domain/review/another-engine";
import type { CardAcceptableDefect } from "@/lib/domain/review/defect";
import { canOwn, namedOwner } from "@/lib/domain/review/edit-card";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import { REFUSALS } from "@/lib/domain/review/refusal";
import type { LaneRules } from "@/lib/domain/review/run-for-card";
import type { Stage } from "@/lib/domain/review/stage-plan";
import type { CardTemplate } from "@/lib/domain/review/template";
import { checkKinds, kindsOf } from "../defect-kind/check-kinds";
import { engineNames } from "../engine/engine-names";

/** The role of a member who is still here. NOT_FOUND for anybody else, of this workspace or another. */
export async function roleOfMember(db: Database, workspaceId: string, memberId: string): Promise<Role> {
  const member = await db.member.findFirst({ where: { id: memberId, workspaceId, removedAt: null }, select: { role: true } });
  if (!member) throw new AppError("NOT_FOUND", "This member does not exist.");
  return member.role;
}

/**
 * A lane's template as it can be followed today. Who or what it names may be gone or may not decide any more: that part
 * is left open, with a sentence, instead of standing in the way of every new card.
 */
export async function usableTemplate(
  db: Database,
  workspaceId: string,
  template: CardTemplate,
  lane: LaneEngines,
): Promise<{ readonly template: CardTemplate; readonly notes: readonly string[] }> {
  const notes: string[] = [];
  let { owner: chosen, fallbackPath } = template;
  const ownerId = namedOwner(template);
  if (ownerId) {
    const owner = await db.member.findFirst({
      where: { id: ownerId, workspaceId },
      select: { displayName: true, role: true, removedAt: true },
    });
    if (!owner || owner.removedAt || !canOwn(owner.role)) {
      const why = owner && !owner.removedAt ? "does not decide on review cards any more" : "is not here any more";
      notes.push(`The lane's owner, ${owner?.displayName ?? "somebody"}, ${why}: choose an owner before the card is submitted.`);
      chosen = null;
    }
  }
  if (fallbackPath) {
    const missing = await missingTarget(db, workspaceId, fallbackPath);
    if (missing) {
      notes.push(
        `The lane's fallback path names ${missing} that does not exist any more: choose a fallback path before the card is submitted.`,
      );
      fallbackPath = null;
    }
  }
  const against = fallbackPath && notElsewhere(fallbackPath, lane);
  if (against) {
    notes.push(against);
    fallbackPath = null;
  }
  const { stages, note } = await withSeats(db, workspaceId, template.stages);
  if (note) notes.push(note);
  const acceptableDefects = await withExamples(db, workspaceId, template.acceptableDefects);
  return { template: { ...template, stages, acceptableDefects, owner: chosen, fallbackPath }, notes };
}

/** Stages without those who are gone or do not decide any more; a stage in which nobody is left is left out. */
async function withSeats(db: Database, workspaceId: string, stages: readonly Stage[]): Promise<{ stages: Stage[]; note: string | null }> {
  const ids = stages.flatMap(({ reviewerIds }) => reviewerIds);
  if (ids.length === 0) return { stages: [...stages], note: null };
  const members = await db.member.findMany({ where: { id: { in: ids }, workspaceId, removedAt: null }, select: { id: true, role: true } });
  const deciders = new Set(members.filter(({ role }) => canOwn(role)).map(({ id }) => id));
  const isWhole = ids.every((id) => deciders.has(id));
  const seated = stages.map((stage) => ({ ...stage, reviewerIds: stage.reviewerIds.filter((id) => deciders.has(id)) }));
  return {
    stages: seated.filter(({ reviewerIds }) => reviewerIds.length > 0),
    note: isWhole ? null : "Somebody with a seat in the lane's stages is not here or does not decide any more: their seat is left out.",
  };
}

/** Whether everybody with a seat is here and may decide. */
export async function checkSeats(db: Database, workspaceId: string, stages: readonly Stage[]): Promise<void> {
  for (const memberId of new Set(stages.flatMap(({ reviewerIds }) => reviewerIds)))
    if (!canOwn(await roleOfMember(db, workspaceId, memberId)))
      throw new AppError(REFUSALS.owner_cannot_decide.code, REFUSALS.owner_cannot_decide.sentence);
}

/** Example pictures that are gone are left out: the line says the same without one. */
async function withExamples(db: Database, workspaceId: string, lines: readonly CardAcceptableDefect[]): Promise<CardAcceptableDefect[]> {
  const ids = lines.flatMap(({ exampleAssetId }) => exampleAssetId ?? []);
  if (ids.length === 0) return [...lines];
  const there = await db.asset.findMany({ where: { id: { in: ids }, workspaceId, deletedAt: null }, select: { id: true } });
  const known = new Set(there.map(({ id }) => id));
  return lines.map((line) => (line.exampleAssetId && !known.has(line.exampleAssetId) ? { ...line, exampleAssetId: null } : line));
}

/** Whether everything an acceptable list shows is a picture of this workspace. */
export async function checkExamples(db: Database, workspaceId: string, lines: readonly CardAcceptableDefect[]): Promise<void> {
  const kept = await withExamples(db, workspaceId, lines);
  if (kept.some((line, at) => line !== lines[at]))
    throw new AppError("NOT_FOUND", "An acceptable defect shows a picture that does not exist.");
}

/** Whether whom and what a template names exists and may do what it is named for. */
export async function checkTemplate(db: Database, workspaceId: string, template: CardTemplate, lane: LaneEngines): Promise<void> {
  const { owner, fallbackPath, acceptableDefects, stages } = template;
  await checkSeats(db, workspaceId, stages);
  for (const memberId of owner?.kind === "rotation" ? owner.among : owner ? [owner.memberId] : [])
    if (!canOwn(await roleOfMember(db, workspaceId, memberId)))
      throw new AppError(REFUSALS.owner_cannot_decide.code, REFUSALS.owner_cannot_decide.sentence);
  if (fallbackPath) await checkFallback(db, workspaceId, fallbackPath, lane);
  await checkExamples(db, workspaceId, acceptableDefects);
  await checkKinds(db, workspaceId, kindsOf(acceptableDefects), "to-accept");
}

type LaneEngines = Pick<LaneRules, "allowedEngines">;

const notElsewhere = (path: FallbackPath, lane: LaneEngines) => (path.kind === "engine" ? whyNotFallBackOn(path.engineId, lane) : null);

/** Whether what a fallback path names exists, and leads elsewhere in this lane: a path to nowhere would be found out when it is needed. */
export async function checkFallback(db: Database, workspaceId: string, path: FallbackPath, lane: LaneEngines): Promise<void> {
  const against = notElsewhere(path, lane);
  if (against) throw new AppError("REFUSED", against);
  const missing = await missingTarget(db, workspaceId, path);
  if (missing) throw new AppError("NOT_FOUND", `The fallback path names ${missing} that does not exist.`);
}

async function missingTarget(db: Database, workspaceId: string, path: FallbackPath): Promise<string | null> {
  switch (path.kind) {
    case "pattern":
      return (await db.pattern.count({ where: { id: path.patternId, workspaceId } })) === 1 ? null : "a pattern";
    case "library-asset":
      return (await db.asset.count({ where: { id: path.assetId, workspaceId, deletedAt: null } })) === 1 ? null : "a picture";
    case "manual":
      if (path.memberId === null) return null;
      return (await db.member.count({
        where: { id: path.memberId, workspaceId, removedAt: null, role: { in: [...rolesThatMay("card.write")] } },
      })) === 1
        ? null
        : "somebody who may submit and";
    case "engine":
      return engineNames().has(path.engineId) ? null : "an engine";
    case "stop":
      return null;
    default:
      return path satisfies never;
  }
}
