import { z } from "zod";
import { may } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { touchTrial } from "./touch-trial";

/** Hides the judges' words from each other, or shows them. Whoever started the trial decides that, or a lead. */
export const setBlind = write({
  verb: "trial.set-blind",
  permission: "run.start",
  input: z.strictObject({ trialId: Id, blind: z.boolean() }),
  output: z.strictObject({ blind: z.boolean() }),
  async run({ tx, actor }, { trialId, blind }) {
    const { workspaceId, memberId, role } = personOf(actor);
    const trial = await tx.trial.findFirst({ where: { id: trialId, workspaceId }, select: { blind: true, createdById: true } });
    if (!trial) throw new AppError("NOT_FOUND", "This trial does not exist.");
    if (trial.createdById !== memberId && !may(role, "label.move"))
      throw new AppError("FORBIDDEN", "Only whoever started this trial, a lead or an admin decides whether it is judged blind.");
    if (trial.blind === blind) return { result: { blind }, unchanged: true as const };
    await tx.trial.update({ where: { id: trialId }, data: { blind } });
    return {
      result: { blind },
      audit: [{ subjectKind: "trial", subjectId: trialId, details: { blind } }],
      events: [await touchTrial(tx, actor, trialId, blind ? "blind" : "open")],
    };
  },
});
