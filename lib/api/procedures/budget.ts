import { budgetsOfRun, listBudgets } from "@/lib/services/budget/list-budgets";
import { setLimits } from "@/lib/services/budget/set-limits";
import { procedure } from "../procedure";

const tags = ["Budgets"] as const;

export const budget = {
  list: procedure(listBudgets, {
    method: "GET",
    path: "/budgets",
    summary: "List the budgets of workspace, projects, lanes and people",
    tags,
  }),
  mine: procedure(budgetsOfRun, {
    method: "GET",
    path: "/projects/{projectId}/budgets",
    summary: "Read the budgets a run of yours in this project would count in",
    tags,
  }),
  set: procedure(setLimits, {
    method: "PUT",
    path: "/budgets/{scope}/{subjectId}",
    summary: "Set the soft and the hard limit of a budget",
    tags,
  }),
};
