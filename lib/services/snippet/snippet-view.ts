import type { Member, Snippet } from "@/lib/db/generated/client";
import type { SnippetView } from "@/lib/domain/snippet/snippet";

export const snippetInclude = { createdBy: { select: { displayName: true } } } as const;

export function snippetView({ id, name, text, version, createdBy }: Snippet & { createdBy: Pick<Member, "displayName"> }): SnippetView {
  return { id, name, text, version, author: createdBy.displayName };
}
