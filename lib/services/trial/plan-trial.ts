import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { EvalContents } from "@/lib/domain/eval-set/eval-set";
import { GridPlan } from "@/lib/domain/grid/view";
import { Template } from "@/lib/domain/pattern/template";
import { ReferenceRole } from "@/lib/domain/prompt/recipe";
import { misfit, trialGrid } from "@/lib/domain/trial/contents";
import { Id } from "@/lib/domain/wire";
import { loadEvalSet } from "../eval-set/eval-set-view";
import { planGrid } from "../grid/plan-grid";
import { requireUser } from "../library/curated-shelf";
import { read } from "../read";
import { revisionNow } from "./trial-view";

/** What a trial is made of, as people send it: a version, and an eval set or subjects and seeds of its own. */
export const trialInput = {
  versionId: Id,
  projectId: Id,
  evalSetId: Id.optional(),
  contents: EvalContents.optional(),
};

interface AskedTrial {
  readonly versionId: string;
  readonly evalSetId?: string | undefined;
  readonly contents?: EvalContents | undefined;
}

/**
 * The grid of a trial and what it is a trial of. It runs on today's revision of the version's model: yesterday's cannot be
 * asked any more, and evidence says which it was.
 */
export async function askedTrial(db: Database, actor: Actor, { versionId, evalSetId, contents: own }: AskedTrial) {
  const { workspaceId } = actor;
  if ((evalSetId === undefined) === (own === undefined))
    throw new AppError("BAD_INPUT", "Name an eval set, or give subjects and seeds: one of the two.");
  const version = await db.patternVersion.findFirst({
    where: { id: versionId, pattern: { workspaceId, archivedAt: null } },
    include: {
      references: { orderBy: { position: "asc" } },
      pattern: { select: { id: true, version: true, library: { select: { name: true, access: true } } } },
    },
  });
  if (!version) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
  requireUser(actor, version.pattern.library);
  const set = evalSetId === undefined ? null : await loadEvalSet(db, workspaceId, evalSetId);
  if (set?.archived) throw new AppError("CONFLICT", "This eval set is archived. Restore it first.");
  const contents = own ?? (set && { subjects: set.subjects, seeds: set.seeds });
  if (!contents) throw new AppError("NOT_FOUND", "This eval set does not exist.");
  const template = Template.parse(version.template);
  const refusal = misfit(template, contents);
  if (refusal !== null) throw new AppError("REFUSED", refusal);
  const references = version.references.map(({ assetId, role, weight }) => ({ assetId, role: ReferenceRole.parse(role), weight }));
  const { base, axes } = trialGrid(template, references, contents);
  const { engineId, modelId, revision } = base.model;
  const today = { ...base, model: { ...base.model, revision: revisionNow(engineId, modelId) ?? revision } };
  return { grid: { recipe: today, axes: [...axes], skips: [] }, pattern: version.pattern, number: version.number };
}

/** A dry run: how many pictures a trial makes, what they cost, and which cannot run. Nothing is written. */
export const planTrial = read({
  verb: "trial.plan",
  permission: "workspace.read",
  input: z.strictObject(trialInput),
  output: GridPlan,
  async run({ db, actor }, { projectId, ...asked }) {
    const { grid } = await askedTrial(db, actor, asked);
    return planGrid(actor, { projectId, ...grid });
  },
});
