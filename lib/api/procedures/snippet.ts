import { archiveSnippet } from "@/lib/services/snippet/archive-snippet";
import { listSnippets } from "@/lib/services/snippet/list-snippets";
import { saveSnippet } from "@/lib/services/snippet/save-snippet";
import { procedure } from "../procedure";

const tags = ["Snippets"] as const;

export const snippet = {
  list: procedure(listSnippets, { method: "GET", path: "/snippets", summary: "List the workspace's snippets by name", tags }),
  save: procedure(saveSnippet, { method: "PUT", path: "/snippets/{name}", summary: "Write a snippet under its name", tags }),
  archive: procedure(archiveSnippet, {
    method: "PUT",
    path: "/snippets/{snippetId}/archived",
    summary: "Put a snippet away, or bring it back",
    tags,
  }),
};
