import { z } from "zod";
import { CardEdit, editCard as edit } from "@/lib/domain/review/edit-card";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds, kindsOf } from "../defect-kind/check-kinds";
import type { AuditEntry } from "../write";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { checkExamples, checkFallback, checkSeats, roleOfMember } from "./check-terms";
import { lastMade } from "./fallback-recipe";
import { Reason } from "./input";

/** Changes what a card says. After the first attempt what a decision is measured against takes a lead and a reason. */
export const editCard = write({
  verb: "card.edit",
  permission: "card.write",
  input: z.strictObject({ cardId: Id, change: CardEdit, reason: Reason.default("") }),
  output: CardMoved,
  async run(context, { cardId, change, reason }) {
    const { tx, actor } = context;
    const by = { ...personAt(actor), reason };
    const ownerRole = change.ownerId ? await roleOfMember(tx, actor.workspaceId, change.ownerId) : null;
    if (change.acceptableDefects) await checkExamples(tx, actor.workspaceId, change.acceptableDefects);
    await checkKinds(tx, actor.workspaceId, kindsOf(change.acceptableDefects), "to-accept");
    if (change.stages) await checkSeats(tx, actor.workspaceId, change.stages);
    const changed = await changeCard(context, cardId, async (card, { lane }) => {
      const { fallbackPath } = change;
      if (fallbackPath) await checkFallback(tx, actor.workspaceId, fallbackPath, lane);
      const ran = fallbackPath?.kind === "engine" ? await lastMade(tx, card) : null;
      if (fallbackPath?.kind === "engine" && fallbackPath.engineId === ran?.run.engineId) return "same_engine";
      return edit(card, change, by, ownerRole);
    });
    return happened(changed, "edited", { reason, ...beforeAndAfter(changed.before.card, changed.after) });
  },
});

const EDITABLE = ["title", "goal", "acceptableDefects", "ownerId", "stages", "retryLimit", "fallbackPath", "dueAt"] as const;
type Edited = Readonly<Record<(typeof EDITABLE)[number], unknown>>;

/** Each term that changed, as text, before and after. */
function beforeAndAfter(before: Edited, after: Edited): NonNullable<AuditEntry["details"]> {
  const changes = EDITABLE.flatMap((term) => {
    const [was, is] = [JSON.stringify(before[term]), JSON.stringify(after[term])];
    return was === is ? [] : [[`${term}Before`, was] as const, [`${term}After`, is] as const];
  });
  return Object.fromEntries(changes);
}
