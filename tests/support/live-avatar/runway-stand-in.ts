import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export const RUNWAY_KEY = "runway-secret-key-0123456789";
const VERSION = "2024-11-06";

const Create = z.strictObject({
  model: z.literal("gwm1_avatars"),
  avatar: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("runway-preset"), presetId: z.enum(["cat-character", "fashion-designer"]) }),
    z.strictObject({ type: z.literal("custom"), avatarId: z.uuid() }),
  ]),
  maxDuration: z.int().min(10).max(300),
});

interface Remote {
  readonly id: string;
  readonly key: string;
  looks: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
}

/**
 * Runway's interface of real-time sessions on loopback, strict: a field, key or address it does not know is `unexpected`. A session is
 * prepared for two looks, its key opens a room once, and a conversation knows how long it was.
 */
export class RunwayStandIn {
  readonly sessions = new Map<string, Remote>();
  readonly unexpected: string[] = [];
  /** Answers to come that are troubles instead: each is given once, to the first request whose path it names. */
  readonly troubles: { path: string; status: number }[] = [];
  readonly server: Server = createServer((request, response) => void this.#serve(request, response));
  /** Where a browser finds the room of a session; set by whoever has rooms. */
  roomUrl: string | null = null;
  clock = () => Date.now();

  async start(): Promise<this> {
    await new Promise<void>((settle) => this.server.listen(0, "127.0.0.1", settle));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((settle) => this.server.close(settle));
  }

  /** What a browser does with its session key. Throws when it may not. */
  begin(remoteId: string, key: string): Remote {
    const session = this.sessions.get(remoteId);
    if (!session || session.key !== key || session.startedAtMs !== null || session.endedAtMs !== null)
      throw new Error("This key opens nothing.");
    session.startedAtMs = this.clock();
    return session;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    if (request.headers.origin !== undefined) {
      response.setHeader("access-control-allow-origin", request.headers.origin);
      response.setHeader("access-control-allow-headers", "authorization,content-type");
    }
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const trouble = this.troubles.findIndex(({ path }) => request.url?.startsWith(path));
    const [given] = trouble < 0 ? [] : this.troubles.splice(trouble, 1);
    const { status, json } = given ? { status: given.status, json: { error: "Not now." } } : this.#answer(request, body);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(json === undefined ? undefined : JSON.stringify(json));
  }

  #answer(request: IncomingMessage, body: string): { status: number; json?: unknown } {
    const { authorization, "x-runway-version": version } = request.headers;
    const consumed = /^\/v1\/realtime_sessions\/([\w-]+)\/consume$/.exec(request.url ?? "")?.[1];
    if (consumed !== undefined && request.method === "POST") return this.#consume(consumed, authorization ?? "");
    if (authorization !== `Bearer ${RUNWAY_KEY}`) return { status: 401, json: { error: `No such key: ${authorization}` } };
    if (version !== VERSION) return this.#unknown(`version ${version}`);
    if (request.headers.origin !== undefined) this.unexpected.push("the key came from a browser");
    const at = `${request.method} ${request.url}`;
    if (at === "GET /v1/organization") return { status: 200, json: { creditBalance: 100 } };
    if (at === "GET /v1/avatars?limit=100")
      return {
        status: 200,
        json: { data: [{ id: randomUUID(), name: "Our host", status: "READY", voice: { name: "Clara" } }, {}], nextCursor: null },
      };
    if (at === "POST /v1/realtime_sessions") return this.#create(body);
    const [, method, noun, id = ""] = /^(\w+) \/v1\/(realtime_sessions|avatar_conversations)\/([\w-]+)$/.exec(at) ?? [];
    const session = this.sessions.get(id);
    if (noun === undefined) return this.#unknown(at);
    if (!session) return { status: 404, json: { error: "There is no such session." } };
    if (noun === "avatar_conversations" && method === "GET") return { status: 200, json: this.#conversation(session) };
    if (method === "GET") return { status: 200, json: this.#standing(session) };
    if (method !== "DELETE") return this.#unknown(at);
    session.endedAtMs ??= this.clock();
    return { status: 204 };
  }

  #unknown(what: string) {
    this.unexpected.push(what);
    return { status: 400, json: { error: "This request is not known." } };
  }

  #create(body: string) {
    const asked = Create.safeParse(JSON.parse(body));
    if (!asked.success) return this.#unknown(z.prettifyError(asked.error));
    const id = randomUUID();
    this.sessions.set(id, { id, key: `stk_${randomUUID()}`, looks: 0, startedAtMs: null, endedAtMs: null });
    return { status: 200, json: { id } };
  }

  #standing(session: Remote) {
    session.looks += 1;
    const base = { id: session.id, createdAt: new Date().toISOString() };
    if (session.endedAtMs !== null) return { ...base, status: "CANCELLED" };
    if (session.startedAtMs !== null) return { ...base, status: "RUNNING" };
    if (session.looks < 2) return { ...base, status: "NOT_READY", queued: true };
    return { ...base, status: "READY", sessionKey: session.key, expiresAt: new Date(this.clock() + 60_000).toISOString() };
  }

  #conversation({ id, startedAtMs, endedAtMs }: Remote) {
    const seconds = startedAtMs === null ? null : ((endedAtMs ?? this.clock()) - startedAtMs) / 1_000;
    return { id, status: endedAtMs === null ? "in_progress" : "ended", duration: seconds ?? 0, transcript: [], recordingUrl: null };
  }

  #consume(id: string, authorization: string): { status: number; json?: unknown } {
    try {
      this.begin(id, authorization.replace("Bearer ", ""));
    } catch (error) {
      this.unexpected.push(`consume: ${String(error)}`);
      return { status: 401, json: { error: "This key opens nothing." } };
    }
    return { status: 200, json: { url: this.roomUrl, token: `room.${id}`, roomName: "room" } };
  }
}
