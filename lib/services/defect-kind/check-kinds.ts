import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { loadKinds } from "./load-kinds";

/** Whether people of this workspace know these kinds. What is marked must be offered today; what is accepted may be hidden since. */
export async function checkKinds(
  db: Database,
  workspaceId: string,
  kinds: readonly string[],
  purpose: "to-mark" | "to-accept",
): Promise<void> {
  if (kinds.length === 0) return;
  const known = await loadKinds(db, workspaceId);
  for (const kind of kinds) {
    const found = known.find((each) => each.kind === kind);
    if (!found) throw new AppError("BAD_INPUT", `kind: this workspace has no kind of defect "${kind}".`);
    if (found.isHidden && purpose === "to-mark")
      throw new AppError("REFUSED", `"${found.label}" is no longer a kind of defect here; choose another.`);
  }
}

export const kindsOf = (list: readonly { readonly kind: string }[] | undefined) => (list ?? []).map(({ kind }) => kind);
