import { browsePatterns } from "@/lib/services/pattern/browse-patterns";
import { countPatterns } from "@/lib/services/pattern/count-patterns";
import { deprecatePattern } from "@/lib/services/pattern/deprecate-pattern";
import { discardDraft } from "@/lib/services/pattern/discard-draft";
import { editPattern } from "@/lib/services/pattern/edit-pattern";
import { forkPattern } from "@/lib/services/pattern/fork-pattern";
import { getCalled } from "@/lib/services/pattern/get-called";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { getPreview } from "@/lib/services/pattern/get-preview";
import { getVersion } from "@/lib/services/pattern/get-version";
import { listUses } from "@/lib/services/pattern/list-uses";
import { movePattern } from "@/lib/services/pattern/move-pattern";
import { previewPattern } from "@/lib/services/pattern/preview-pattern";
import { promote } from "@/lib/services/pattern/promote";
import { reinstatePattern } from "@/lib/services/pattern/reinstate-pattern";
import { runCalled } from "@/lib/services/pattern/run-called";
import { saveDraft } from "@/lib/services/pattern/save-draft";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { usePattern } from "@/lib/services/pattern/use-pattern";
import { procedure } from "../procedure";

const tags = ["Patterns"] as const;

export const pattern = {
  browse: procedure(browsePatterns, {
    method: "GET",
    path: "/patterns",
    summary: "Find patterns by words, label, engine, tag, pass rate and cost, in the order asked for",
    description:
      "`passAtLeast` is the lower bound of the pass rate, 0–1; `acceptedAtMost` the cost of one accepted picture in micro-dollars. What was measured on an earlier model revision fits neither.",
    tags,
  }),
  count: procedure(countPatterns, {
    method: "GET",
    path: "/pattern-counts",
    summary: "Count what each filter of patterns would leave",
    tags,
  }),
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
  getVersion: procedure(getVersion, {
    method: "GET",
    path: "/pattern-versions/{versionId}",
    summary: "Read one version, and the newer one if there is one",
    tags,
  }),
  listUses: procedure(listUses, { method: "GET", path: "/patterns/{slug}/uses", summary: "List where a pattern went", tags }),
  promote: procedure(promote, { method: "POST", path: "/patterns", summary: "Promote a variant to a pattern in a style library", tags }),
  edit: procedure(editPattern, {
    method: "PATCH",
    path: "/patterns/{patternId}",
    summary: "Rename, describe, tag or cover a pattern",
    tags,
  }),
  move: procedure(movePattern, {
    method: "POST",
    path: "/patterns/{patternId}/moves",
    summary: "Move a pattern on its shelf or to another one",
    tags,
  }),
  deprecate: procedure(deprecatePattern, {
    method: "PUT",
    path: "/patterns/{patternId}/deprecation",
    summary: "Deprecate a pattern and name its successor",
    tags,
  }),
  reinstate: procedure(reinstatePattern, {
    method: "DELETE",
    path: "/patterns/{patternId}/deprecation",
    summary: "Take the deprecation of a pattern back",
    tags,
  }),
  saveDraft: procedure(saveDraft, {
    method: "PUT",
    path: "/patterns/{patternId}/draft",
    summary: "Keep the next version of a pattern while it is written",
    tags,
  }),
  discardDraft: procedure(discardDraft, {
    method: "DELETE",
    path: "/patterns/{patternId}/draft",
    summary: "Discard the draft of a pattern",
    tags,
  }),
  saveVersion: procedure(saveVersion, {
    method: "POST",
    path: "/patterns/{patternId}/versions",
    summary: "Save a new version of a pattern",
    tags,
  }),
  fork: procedure(forkPattern, {
    method: "POST",
    path: "/pattern-versions/{versionId}/forks",
    summary: "Begin a pattern of its own from a version",
    tags,
  }),
  preview: procedure(previewPattern, {
    method: "POST",
    path: "/pattern-versions/{versionId}/previews",
    summary: "Ask what a version would give for some values, as a free draft that is not kept",
    tags,
  }),
  getPreview: procedure(getPreview, {
    method: "GET",
    path: "/pattern-previews/{previewId}",
    summary: "Read a preview you asked for, and its picture once it is painted",
    tags,
  }),
  use: procedure(usePattern, {
    method: "POST",
    path: "/pattern-versions/{versionId}/prompts",
    summary: "Write a prompt from a version and values for its variables",
    tags,
  }),
};
