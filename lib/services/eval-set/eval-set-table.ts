import { z } from "zod";
import { ReadSubjects, readSubjects, subjectsAsCsv } from "@/lib/domain/eval-set/table-file";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadEvalSet } from "./eval-set-view";

/** The subjects of an eval set as comma-separated values. */
export const writeEvalTable = read({
  verb: "eval-set.table",
  permission: "workspace.read",
  input: z.strictObject({ evalSetId: Id }),
  output: z.strictObject({ fileName: z.string(), csv: z.string() }),
  async run({ db, actor }, { evalSetId }) {
    const { name, subjects, variables } = await loadEvalSet(db, actor.workspaceId, evalSetId);
    return { fileName: `${name}.csv`, csv: subjectsAsCsv(subjects, variables) };
  },
});

const MAX_TABLE_LENGTH = 500_000;

/** What a table of subjects says: the lines that are good, and what is wrong with the others. Nothing is written. */
export const readEvalTable = read({
  verb: "eval-set.read-table",
  permission: "workspace.read",
  input: z.strictObject({ csv: PlainText.max(MAX_TABLE_LENGTH) }),
  output: ReadSubjects,
  run: async (_, { csv }) => readSubjects(csv),
});
