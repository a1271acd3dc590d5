import { archiveEvalSet } from "@/lib/services/eval-set/archive-eval-set";
import { createEvalSet } from "@/lib/services/eval-set/create-eval-set";
import { readEvalTable, writeEvalTable } from "@/lib/services/eval-set/eval-set-table";
import { getEvalSet } from "@/lib/services/eval-set/get-eval-set";
import { listEvalSets } from "@/lib/services/eval-set/list-eval-sets";
import { saveEvalSet } from "@/lib/services/eval-set/save-eval-set";
import { procedure } from "../procedure";

const tags = ["Eval sets"] as const;

export const evalSet = {
  list: procedure(listEvalSets, { method: "GET", path: "/eval-sets", summary: "List eval sets, newest first", tags }),
  get: procedure(getEvalSet, { method: "GET", path: "/eval-sets/{evalSetId}", summary: "Read an eval set", tags }),
  create: procedure(createEvalSet, {
    method: "POST",
    path: "/eval-sets",
    summary: "Make an eval set: subjects and seeds a pattern must hold on",
    tags,
  }),
  save: procedure(saveEvalSet, {
    method: "PUT",
    path: "/eval-sets/{evalSetId}",
    summary: "Change an eval set; trials keep what they ran on",
    tags,
  }),
  archive: procedure(archiveEvalSet, {
    method: "PUT",
    path: "/eval-sets/{evalSetId}/archived",
    summary: "Put an eval set away, or bring it back",
    tags,
  }),
  table: procedure(writeEvalTable, {
    method: "GET",
    path: "/eval-sets/{evalSetId}/table",
    summary: "Read the subjects of an eval set as comma-separated values",
    tags,
  }),
  readTable: procedure(readEvalTable, {
    method: "POST",
    path: "/eval-set-tables",
    summary: "Read subjects from comma-separated values: the good lines, and what is wrong with the others",
    description: "Nothing is written. The first line names the columns: `name`, then one a variable.",
    tags,
  }),
};
