import { attachOutputs } from "@/lib/services/run/attach-outputs";
import { cancelMine } from "@/lib/services/run/cancel-mine";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { getRun } from "@/lib/services/run/get-run";
import { listRuns } from "@/lib/services/run/list-runs";
import { readQueueOrder, setQueueOrder } from "@/lib/services/run/queue-order";
import { quoteRun } from "@/lib/services/run/quote-run";
import { reconcileRun } from "@/lib/services/run/reconcile-run";
import { startRun } from "@/lib/services/run/start-run";
import { procedure } from "../procedure";

const tags = ["Runs"] as const;

export const run = {
  quote: procedure(quoteRun, { method: "POST", path: "/quotes", summary: "Ask what a recipe would cost, and whether it may run", tags }),
  start: procedure(startRun, {
    method: "POST",
    path: "/runs",
    summary: "Run a prompt: the quote is held from the budget and the job is queued",
    tags,
  }),
  list: procedure(listRuns, { method: "GET", path: "/runs", summary: "List runs, newest first", tags }),
  get: procedure(getRun, { method: "GET", path: "/runs/{runId}", summary: "Read a run with its progress, outcome and variants", tags }),
  order: procedure(readQueueOrder, { method: "GET", path: "/queue", summary: "Read in which order runs wait", tags }),
  setOrder: procedure(setQueueOrder, { method: "PUT", path: "/queue", summary: "Say whether drafts go before finals", tags }),
  cancel: procedure(cancelRun, { method: "POST", path: "/runs/{runId}/cancellation", summary: "Ask for a run to be cancelled", tags }),
  cancelMine: procedure(cancelMine, {
    method: "POST",
    path: "/runs/cancellation",
    summary: "Cancel everything one has under way: single runs and grids",
    tags,
  }),
  reconcile: procedure(reconcileRun, {
    method: "POST",
    path: "/runs/{runId}/reconciliation",
    summary: "Settle an unknown run: say whether it was made, or have the provider's list read again",
    tags,
  }),
  attach: procedure(attachOutputs, {
    method: "POST",
    path: "/runs/{runId}/outputs",
    summary: "Attach files to a run that was made but whose pictures never came",
    tags,
  }),
};
