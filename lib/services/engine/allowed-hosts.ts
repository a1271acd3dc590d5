import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { hostsOfInstallation } from "@/lib/db/engine-hosts";
import { type AllowedHosts, hostPattern, refusalOfHost } from "@/lib/domain/engine/allowed-host";
import { AppError } from "@/lib/domain/errors";
import { connectableEngines } from "@/lib/engines/catalogue";
import { read } from "../read";
import { write } from "../write";

const MOST_HOSTS = 100;

const HostInput = z.strictObject({ host: z.string().max(300, "A host has at most 255 characters.") });

/** The hosts that a connection to this engine may name. */
export async function allowedHosts(db: Database, workspaceId: string, engineId: string): Promise<AllowedHosts> {
  const { engineHosts: added } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { engineHosts: true } });
  const providers = connectableEngines().find((engine) => engine.engineId === engineId)?.hosts ?? [];
  return { providers, added, installation: hostsOfInstallation() };
}

/** Which hosts connections may name besides the providers' own. */
export const readAllowedHosts = read({
  verb: "engine.allowed-hosts",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.strictObject({
    added: z.array(z.string()),
    /** What whoever runs the installation allows; with it, what is added here counts for nothing. Null: they bound nothing. */
    installation: z.array(z.string()).nullable(),
  }),
  async run({ db, actor: { workspaceId } }) {
    const { engineHosts: added } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { engineHosts: true } });
    return { added: [...added].sort(), installation: hostsOfInstallation()?.slice() ?? null };
  },
});

/** An admin lets connections name a host: a gateway, a proxy, a hosted server. Keys are sent there. */
export const allowHost = write({
  verb: "engine.allow-host",
  permission: "engine.manage",
  input: HostInput,
  output: z.strictObject({ host: z.string() }),
  async run({ tx, actor: { workspaceId }, now }, { host: text }) {
    const host = hostPattern(text);
    if (host === null) throw new AppError("BAD_INPUT", "Enter a host, for example gateway.example.com or *.example.com.");
    if (hostsOfInstallation() !== null)
      throw new AppError(
        "REFUSED",
        "Which hosts are allowed is set for this installation. Whoever runs it can change SELECTS_ENGINE_HOSTS.",
      );
    const { engineHosts: before } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { engineHosts: true } });
    if (before.length >= MOST_HOSTS)
      throw new AppError("REFUSED", `At most ${MOST_HOSTS} hosts are added. Remove one, or use *.example.com.`);
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, NOT: { engineHosts: { has: host } } },
      data: { engineHosts: { push: host } },
    });
    if (count === 0) return { result: { host }, unchanged: true };
    return {
      result: { host },
      audit: [{ subjectKind: "workspace", subjectId: workspaceId, details: { host } }],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "hosts" }],
    };
  },
});

/** An admin takes a host back. A connection that needs it keeps it until it leads elsewhere. */
export const disallowHost = write({
  verb: "engine.disallow-host",
  permission: "engine.manage",
  input: HostInput,
  output: z.strictObject({ host: z.string() }),
  async run({ tx, actor: { workspaceId }, now }, { host }) {
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;
    const { engineHosts } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { engineHosts: true } });
    const rest = engineHosts.filter((one) => one !== host);
    if (rest.length === engineHosts.length) return { result: { host }, unchanged: true };
    const connections = await tx.engineConnection.findMany({ where: { workspaceId }, select: { engineId: true, baseUrl: true } });
    for (const engine of connectableEngines()) {
      const baseUrl = connections.find(({ engineId }) => engineId === engine.engineId)?.baseUrl ?? null;
      const lists = { providers: engine.hosts, installation: null };
      if (refusalOfHost(baseUrl, { ...lists, added: engineHosts }) === null && refusalOfHost(baseUrl, { ...lists, added: rest }) !== null)
        throw new AppError("CONFLICT", `${engine.name} is connected through it. Change that connection first.`);
    }
    await tx.workspace.update({ where: { id: workspaceId }, data: { engineHosts: rest } });
    return {
      result: { host },
      audit: [{ subjectKind: "workspace", subjectId: workspaceId, details: { host } }],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "hosts" }],
    };
  },
});
