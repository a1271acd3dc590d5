import type { Database } from "@/lib/db/client";
import type { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import { type FactOverride, hiddenSentence, OverrideValue, withOverrides } from "@/lib/domain/engine/override";
import { entryOf } from "@/lib/engines/catalogue";

/** What the leads of a workspace say of its systems, by the system's id. One that this build does not understand any more is left out. */
export async function overridesOf(
  db: Database,
  workspaceId: string,
  entryId?: string,
): Promise<ReadonlyMap<string, readonly FactOverride[]>> {
  const rows = await db.factOverride.findMany({
    where: { workspaceId, ...(entryId === undefined ? {} : { entryId }) },
    include: { setBy: { select: { displayName: true } } },
    orderBy: [{ entryId: "asc" }, { fact: "asc" }],
  });
  const found = new Map<string, FactOverride[]>();
  for (const { entryId: id, fact, value, why, setBy, setAt } of rows) {
    const said = OverrideValue.safeParse({ fact, value });
    if (!said.success) continue;
    found.set(id, [...(found.get(id) ?? []), { said: said.data, why, by: setBy.displayName, at: setAt.toISOString() }]);
  }
  return found;
}

/** What is known of a model here and now: its system's facts as this workspace has them, and why nobody here runs it. */
export async function knownHere(
  db: Database,
  workspaceId: string,
  model: { readonly engineId: string; readonly modelId: string },
): Promise<{ readonly entry: CatalogueEntry | undefined; readonly hidden: string | null }> {
  const entry = entryOf(model.engineId, model.modelId);
  if (!entry) return { entry, hidden: null };
  const overrides = (await overridesOf(db, workspaceId, entry.id)).get(entry.id) ?? [];
  return { entry: withOverrides(entry, overrides), hidden: hiddenSentence(entry.name, overrides) };
}
