import { z } from "zod";
import { BudgetRow } from "@/lib/domain/budget/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { read } from "../read";
import { laneOfRun } from "../run/lane-of-run";
import { budgetRows } from "./budget-rows";

/** Every budget of the workspace: what it may, has committed and has spent. */
export const listBudgets = read({
  verb: "budget.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(BudgetRow),
  run: ({ db, actor }) => budgetRows(db, actor.workspaceId),
});

/** The budgets a run of mine would count in: the composer says with them what a price means before it is held. */
export const budgetsOfRun = read({
  verb: "budget.mine",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id, cardId: Id.optional() }),
  output: z.array(BudgetRow),
  async run({ db, actor }, { projectId, cardId }) {
    const { workspaceId, memberId } = personOf(actor);
    const lane = await laneOfRun(db, workspaceId, cardId ?? null);
    return budgetRows(db, workspaceId, { projectId, laneId: lane?.id ?? null, memberId });
  },
});
