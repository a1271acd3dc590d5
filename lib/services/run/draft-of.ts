import type { Database } from "@/lib/db/client";
import type { Making } from "@/lib/domain/review/run-for-card";

/** What a lane asks of the draft a run makes the final of, read from that draft's own row; null where it is the final of none. */
export const draftOf = (variant: { readonly flag: string } | null | undefined): Making["draft"] =>
  variant ? { isPicked: variant.flag === "pick" } : null;

/** The same where only the draft's id is known. */
export async function loadDraft(db: Database, workspaceId: string, variantId: string | null | undefined): Promise<Making["draft"]> {
  if (!variantId) return null;
  return draftOf(await db.variant.findFirst({ where: { id: variantId, workspaceId }, select: { flag: true } }));
}
