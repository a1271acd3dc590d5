import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { MicrosText } from "@/lib/domain/money/micros";
import { Reach } from "@/lib/domain/prompt/below";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { RecipeChange } from "@/lib/domain/prompt/lineage";
import { Id } from "@/lib/domain/wire";
import { modelNameOf } from "@/lib/engines/catalogue";
import type { Job } from "@/lib/jobs/contracts";
import { personOf } from "../person";
import { queueRun } from "../run/start-run";
import { type AuditEntry, write } from "../write";
import { planned } from "./below";
import { checkReferences } from "./check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "./prompt-view";

/**
 * Makes a branch of the lineage again with a change at its top, and runs all of it: the old one stays beside it. All or
 * nothing: when one of the prompts cannot run, or the budget does not cover them all, nothing is made.
 */
export const rerunBelow = write({
  verb: "prompt.rerun-below",
  permission: "run.start",
  input: z.strictObject({
    promptId: Id,
    change: RecipeChange,
    reach: Reach.default("inherited"),
    /** The price the person saw; refused when it costs something else by now. */
    quoteMicros: MicrosText,
  }),
  output: z.strictObject({ promptIds: z.array(Id) }),
  async run({ tx, actor, now }, { promptId, change, reach, quoteMicros }) {
    const { workspaceId, memberId } = personOf(actor);
    const plan = await planned(tx, workspaceId, promptId, change, reach);
    const refused = plan.prompts.find(({ refusal }) => refusal !== null);
    if (refused) throw new AppError("REFUSED", `One of these prompts cannot run: ${refused.refusal}`);
    if (plan.quoteMicros !== BigInt(quoteMicros))
      throw new AppError("CONFLICT", "The prompts or their price changed since you saw them. Look at the new plan and run again.");
    const made = new Map<string, string>();
    const written: { audit: AuditEntry[]; events: StudioEvent[]; jobs: Job[] } = { audit: [], events: [], jobs: [] };
    for (const { fromId, underId, recipe, quoteMicros: quote } of plan.prompts) {
      await checkReferences(tx, workspaceId, recipe);
      const parent = await loadPrompt(tx, workspaceId, underId === null ? promptId : (made.get(underId) ?? promptId));
      const { id } = await tx.prompt.create({
        data: {
          ...recipeColumns(recipe),
          workspaceId,
          boardId: plan.boardId,
          parentId: parent.id,
          difference: [...differenceBetween(recipeOf(parent), recipe, modelNameOf)],
          createdById: memberId,
          references: { createMany: { data: referenceRows(recipe) } },
        },
        select: { id: true },
      });
      made.set(fromId, id);
      const run = await queueRun({ tx, actor, now }, { promptId: id, quoteMicros: quote.toString() });
      written.audit.push(...run.audit);
      written.events.push(
        { kind: "prompt", id, version: 0, boardId: plan.boardId, projectId: plan.projectId, act: "branched" },
        ...(run.events ?? []),
      );
      written.jobs.push(...(run.jobs ?? []));
    }
    const details = { prompts: made.size, quoteMicros };
    return {
      result: { promptIds: [...made.values()] },
      audit: [{ subjectKind: "prompt", subjectId: promptId, details }, ...written.audit],
      events: written.events,
      jobs: written.jobs,
    };
  },
});
