import { getPattern } from "@/lib/services/pattern/get-pattern";
import { promote } from "@/lib/services/pattern/promote";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { usePattern } from "@/lib/services/pattern/use-pattern";
import { procedure } from "../procedure";

const tags = ["Patterns"] as const;

export const pattern = {
  get: procedure(getPattern, { method: "GET", path: "/patterns/{slug}", summary: "Read a pattern with its versions", tags }),
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
