import { db, disconnect } from "@/lib/db/client";
import { CHECK_WORDS } from "@/lib/domain/engine/connection";
import { liveRegistry } from "@/lib/engines/live-registry";
import { checkersOf, registry } from "@/lib/engines/registry";
import { connectionOf, whyNotOpened } from "@/lib/services/engine/connection-of";
import { Trouble } from "../setup/trouble.mjs";

/** A line a connection. True: no key was refused and every provider was reached. */
export async function tellConnections(canOpenKeys: boolean): Promise<boolean> {
  try {
    const rows = await db().engineConnection.findMany({
      include: { workspace: { select: { name: true } } },
      orderBy: [{ workspaceId: "asc" }, { engineId: "asc" }],
    });
    if (rows.length === 0) console.log("No engine is connected; Sketch needs no connection.");
    else if (!canOpenKeys)
      throw new Trouble(
        "The engines' keys cannot be opened; set SELECTS_ENGINE_SECRETS, or SELECTS_DATA to the folder that holds engine-secrets.",
      );
    const engines = checkersOf(registry(), liveRegistry());
    let isWell = true;
    for (const { workspaceId, engineId, workspace } of rows) {
      const connection = await connectionOf(workspaceId, engineId);
      const checked = connection && (await engines.get(engineId)?.check(connection, new AbortController().signal));
      const { outcome, reason } = checked ?? { outcome: "unreachable" as const, reason: await whyNotOpened(workspaceId, engineId) };
      console.log(`${workspace.name}  ${engineId}  ${CHECK_WORDS[outcome]}${reason === "" ? "" : `  ${reason}`}`);
      if (outcome === "key-refused" || outcome === "unreachable") isWell = false;
    }
    return isWell;
  } finally {
    await disconnect();
  }
}
