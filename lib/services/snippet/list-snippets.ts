import { z } from "zod";
import { SnippetView } from "@/lib/domain/snippet/snippet";
import { read } from "../read";
import { snippetInclude, snippetView } from "./snippet-view";

const MOST = 1_000;

/** The workspace's snippets by name. */
export const listSnippets = read({
  verb: "snippet.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SnippetView),
  async run({ db, actor }) {
    const { workspaceId } = actor;
    const rows = await db.snippet.findMany({
      where: { workspaceId, archivedAt: null },
      orderBy: { name: "asc" },
      take: MOST,
      include: snippetInclude,
    });
    return rows.map(snippetView);
  },
});
