import { archivePrompt } from "@/lib/services/prompt/archive-prompt";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { editPrompt } from "@/lib/services/prompt/edit-prompt";
import { getPrompt } from "@/lib/services/prompt/get-prompt";
import { listHistory } from "@/lib/services/prompt/list-history";
import { planBelowPrompt } from "@/lib/services/prompt/plan-below";
import { rerunBelow } from "@/lib/services/prompt/rerun-below";
import { writePrompt } from "@/lib/services/prompt/write-prompt";
import { procedure } from "../procedure";

const tags = ["Prompts"] as const;

export const prompt = {
  history: procedure(listHistory, {
    method: "GET",
    path: "/prompts/history",
    summary: "List what one has written, newest first, whatever became of it",
    tags,
  }),
  get: procedure(getPrompt, {
    method: "GET",
    path: "/prompts/{promptId}",
    summary: "Read a prompt: its full recipe and what changed from its parent",
    tags,
  }),
  write: procedure(writePrompt, { method: "POST", path: "/boards/{boardId}/prompts", summary: "Write a new prompt on a board", tags }),
  edit: procedure(editPrompt, { method: "PUT", path: "/prompts/{promptId}/recipe", summary: "Change a prompt that has not run yet", tags }),
  branch: procedure(branchPrompt, {
    method: "POST",
    path: "/prompts/{promptId}/branches",
    summary: "Branch from a prompt or from one of its variants",
    tags,
  }),
  planBelow: procedure(planBelowPrompt, {
    method: "POST",
    path: "/prompts/{promptId}/below/plan",
    summary: "What would be made again from a prompt downwards, and what it costs",
    tags,
  }),
  rerunBelow: procedure(rerunBelow, {
    method: "POST",
    path: "/prompts/{promptId}/below/runs",
    summary: "Run a prompt and everything below it again with a change at its top",
    tags,
  }),
  archive: procedure(archivePrompt, {
    method: "PUT",
    path: "/prompts/{promptId}/archived",
    summary: "Put a prompt and what grew from it away, or bring it back",
    tags,
  }),
};
