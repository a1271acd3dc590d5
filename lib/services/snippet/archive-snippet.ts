import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { SnippetView } from "@/lib/domain/snippet/snippet";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { snippetInclude, snippetView } from "./snippet-view";

/** Takes a snippet out of the list, or brings it back. What was written with it stays as it is. */
export const archiveSnippet = write({
  verb: "snippet.archive",
  permission: "prompt.write",
  input: z.strictObject({ snippetId: Id, archived: z.boolean() }),
  output: SnippetView,
  async run({ tx, actor, now }, { snippetId, archived }) {
    const where = { id: snippetId, workspaceId: actor.workspaceId };
    const { count } = await tx.snippet.updateMany({
      where: { ...where, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? now : null, version: { increment: 1 } },
    });
    const snippet = await tx.snippet.findFirst({ where, include: snippetInclude });
    if (!snippet) throw new AppError("NOT_FOUND", "This snippet does not exist.");
    if (count === 0) return { result: snippetView(snippet), unchanged: true as const };
    return {
      result: snippetView(snippet),
      audit: [{ subjectKind: "snippet", subjectId: snippetId, details: { archived } }],
      events: [{ kind: "snippet", id: snippetId, version: snippet.version, act: archived ? "archived" : "restored" }],
    };
  },
});
