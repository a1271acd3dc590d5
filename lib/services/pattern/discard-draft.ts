import { z } from "zod";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { heldPattern } from "./held-pattern";
import { endDraft } from "./save-draft";

/** Throws the draft of a pattern away as it was last seen. What it said can be saved as a new draft, which undoes this. */
export const discardDraft = write({
  verb: "pattern.discard-draft",
  permission: "pattern.write",
  input: z.strictObject({ patternId: Id, draftVersion: Version }),
  output: z.strictObject({ patternId: Id }),
  async run({ tx, actor }, { patternId, draftVersion }) {
    const pattern = await heldPattern(tx, actor, patternId);
    await endDraft(tx, patternId, draftVersion);
    return {
      result: { patternId },
      audit: [{ subjectKind: "pattern", subjectId: patternId, details: { draftVersion } }],
      events: [{ kind: "pattern", id: patternId, version: pattern.version, act: "draft-discarded" }],
    };
  },
});
