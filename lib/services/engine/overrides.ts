import type { Database } from "@/lib/db/client";
import { refusalOfHost } from "@/lib/domain/engine/allowed-host";
import type { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import { isPublicAddress } from "@/lib/domain/engine/connection";
import { asHere, type FactOverride, hiddenSentence, OverrideValue } from "@/lib/domain/engine/override";
import { entryOf } from "@/lib/engines/catalogue";
import { allowedHosts } from "./allowed-hosts";

/** What the leads of a workspace say of its systems, by the system's id. One that this build does not understand any more is left out. */
export async function overridesOf(
  db: Database,
  workspaceId: string,
  entryId?: string,
): Promise<ReadonlyMap<string, readonly FactOverride[]>> {
  const rows = await db.factOverride.findMany({
    where: { workspaceId, ...(entryId === undefined ? {} : { entryId }) },
    include: { setBy: { select: { displayName: true } } },
    orderBy: [{ entryId: "asc" }, { fact: "asc" }, { engineId: "asc" }],
  });
  const found = new Map<string, FactOverride[]>();
  for (const { entryId: id, fact, engineId, value, why, setBy, setAt } of rows) {
    const said = OverrideValue.safeParse({ fact, value });
    if (!said.success) continue;
    const override = { said: said.data, engineId: engineId || null, why, by: setBy.displayName, at: setAt.toISOString() };
    found.set(id, [...(found.get(id) ?? []), override]);
  }
  return found;
}

/** What is known of a model here and now: the facts on its route as this workspace has them, and why nobody here runs it. */
export async function knownHere(
  db: Database,
  workspaceId: string,
  { engineId, modelId }: { readonly engineId: string; readonly modelId: string },
): Promise<{ readonly entry: CatalogueEntry | undefined; readonly hidden: string | null }> {
  const entry = entryOf(engineId, modelId);
  if (!entry) return { entry, hidden: null };
  const overrides = (await overridesOf(db, workspaceId, entry.id)).get(entry.id) ?? [];
  const where = { workspaceId_engineId: { workspaceId, engineId } };
  const connection = await db.engineConnection.findUnique({ where, select: { baseUrl: true } });
  const closed = connection?.baseUrl ? refusalOfHost(connection.baseUrl, await allowedHosts(db, workspaceId, engineId)) : null;
  const here = { overrides, isElsewhere: isPublicAddress(connection?.baseUrl ?? null), entered: null };
  return { entry: asHere(entry, { engineId, modelId }, here), hidden: hiddenSentence(entry.name, overrides) ?? closed };
}
