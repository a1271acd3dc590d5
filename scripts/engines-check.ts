// `npm run engines:check` says which connected engines answer, without spending, and fails when one does not. Beside a running studio or alone.
import { join, resolve } from "node:path";
import { db, disconnect } from "@/lib/db/client";
import { createDatabase, startEmbedded } from "@/lib/db/embedded";
import { CHECK_WORDS } from "@/lib/domain/engine/connection";
import { liveRegistry } from "@/lib/engines/live-registry";
import { checkersOf, registry } from "@/lib/engines/registry";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { engineSecrets } from "./supervise/secret";

const dataDir = resolve(process.env.SELECTS_DATA || ".data");
const server = process.env.DATABASE_URL ? null : await startEmbedded(join(dataDir, "postgres"));
if (server) process.env.DATABASE_URL = await createDatabase(server.url, "selects");
process.env.SELECTS_DATA = dataDir;
process.env.SELECTS_ENGINE_SECRETS = engineSecrets(dataDir);

const engines = checkersOf(registry(), liveRegistry());
const rows = await db().engineConnection.findMany({
  include: { workspace: { select: { name: true } } },
  orderBy: [{ workspaceId: "asc" }, { engineId: "asc" }],
});
if (rows.length === 0) console.log("No engine is connected; Sketch needs no connection.");
for (const { workspaceId, engineId, workspace } of rows) {
  const connection = await connectionOf(workspaceId, engineId);
  const checked = connection && (await engines.get(engineId)?.check(connection, new AbortController().signal));
  const { outcome, reason } = checked ?? { outcome: "unreachable" as const, reason: "Its key cannot be opened. Enter it again." };
  console.log(`${workspace.name}  ${engineId}  ${CHECK_WORDS[outcome]}${reason === "" ? "" : `  ${reason}`}`);
  if (outcome === "key-refused" || outcome === "unreachable") process.exitCode = 1;
}

await disconnect();
if (server && !server.attached) await server.stop();
