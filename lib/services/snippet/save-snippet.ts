import { z } from "zod";
import { SnippetName, SnippetText, SnippetView } from "@/lib/domain/snippet/snippet";
import { personOf } from "../person";
import { write } from "../write";
import { snippetInclude, snippetView } from "./snippet-view";

/** Writes a snippet under its name: a new one, or other words for one that is there or was archived. */
export const saveSnippet = write({
  verb: "snippet.save",
  permission: "prompt.write",
  input: z.strictObject({ name: SnippetName, text: SnippetText }),
  output: SnippetView,
  async run({ tx, actor }, { name, text }) {
    const { workspaceId, memberId } = personOf(actor);
    const where = { workspaceId, name };
    const made = await tx.snippet.createMany({ data: [{ ...where, text, createdById: memberId }], skipDuplicates: true });
    if (made.count === 0) await tx.snippet.updateMany({ where, data: { text, archivedAt: null, version: { increment: 1 } } });
    const saved = await tx.snippet.findUniqueOrThrow({ where: { workspaceId_name: where }, include: snippetInclude });
    return {
      result: snippetView(saved),
      audit: [{ subjectKind: "snippet", subjectId: saved.id, details: { name } }],
      events: [{ kind: "snippet", id: saved.id, version: saved.version, act: "saved" }],
    };
  },
});
