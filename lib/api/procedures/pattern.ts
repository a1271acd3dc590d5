import { getCalled } from "@/lib/services/pattern/get-called";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { promote } from "@/lib/services/pattern/promote";
import { runCalled } from "@/lib/services/pattern/run-called";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { usePattern } from "@/lib/services/pattern/use-pattern";
import { procedure } from "../procedure";

const tags = ["Patterns"] as const;

export const pattern = {
  get: procedure(getPattern, { method: "GET", path: "/patterns/{slug}", summary: "Read a pattern with its versions", tags }),
  getCalled: procedure(getCalled, {
    method: "GET",
    path: "/patterns/{slug}@{at}",
    summary: "Read the version a label points to, or one by its number",
    tags,
  }),
  runCalled: procedure(runCalled, {
    method: "POST",
    path: "/patterns/{slug}@{at}/runs",
    summary: "Run the version a label points to, with values for its variables",
    description:
      "The label is read in the transaction that starts the run: once it is moved, the next call is made by the other version. The answer says which version it was. Read the pictures with `GET /runs/{runId}`.",
    tags,
  }),
  promote: procedure(promote, { method: "POST", path: "/patterns", summary: "Promote a variant to a pattern in a style library", tags }),
  saveVersion: procedure(saveVersion, {
    method: "POST",
    path: "/patterns/{patternId}/versions",
    summary: "Save a new version of a pattern",
    tags,
  }),
  use: procedure(usePattern, {
    method: "POST",
    path: "/pattern-versions/{versionId}/prompts",
    summary: "Write a prompt from a version and values for its variables",
    tags,
  }),
};
