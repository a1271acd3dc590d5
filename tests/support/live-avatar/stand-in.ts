import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { noisePng } from "../pictures";

/** The key the stand-in asks for. Long enough to be noticed wherever it should not be. */
export const LIVE_KEY = "live-secret-key-0123456789";
const SIGNED_WITH = "the stand-in's own";
const TOKEN_SECONDS = 60;

const TokenRequest = z.strictObject({
  mode: z.literal("FULL"),
  avatar_id: z.string().min(1),
  avatar_persona: z.strictObject({ language: z.literal("en"), voice_id: z.string().optional(), context_id: z.string().optional() }),
  interactivity_type: z.literal("CONVERSATIONAL"),
  max_session_duration: z.int().min(60).max(3_600),
});
const StopRequest = z.strictObject({ session_id: z.string(), reason: z.literal("USER_CLOSED") });

export interface RemoteSession {
  readonly id: string;
  readonly avatarId: string;
  readonly voiceId: string | null;
  readonly maxSeconds: number;
  startedAtMs: number | null;
  stoppedAtMs: number | null;
  keptAlive: number;
}

interface Said {
  readonly status: number;
  readonly data?: unknown;
  readonly message?: string;
}

/**
 * LiveAvatar's interface on loopback, strict: a field, key or address it does not know is `unexpected`. A token is signed,
 * expires, and opens one session once. What a session consumed is credits a begun minute, as the provider bills.
 */
export class LiveAvatarStandIn {
  readonly sessions = new Map<string, RemoteSession>();
  readonly unexpected: string[] = [];
  /** Answers to come that are troubles instead: each is given once, to the first request whose path it names. */
  readonly troubles: { path: string; status: number; message: string }[] = [];
  readonly server: Server = createServer((request, response) => void this.#serve(request, response));
  /** Where a browser finds the room of a session; set by whoever has rooms. */
  roomUrl: string | null = null;
  clock = () => Date.now();

  async start(): Promise<this> {
    await new Promise<void>((settle) => this.server.listen(0, "127.0.0.1", settle));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((settle) => this.server.close(settle));
  }

  /** What a browser does first with its token. Throws when it may not. */
  begin(token: string): RemoteSession {
    const session = this.#sessionOf(token);
    if (!session || session.startedAtMs !== null) throw new Error("This token opens nothing.");
    session.startedAtMs = this.clock();
    return session;
  }

  /** What is listed: one with a picture, one whose picture is gone, and two that cannot be used. */
  avatars(): object[] {
    const usable = { status: "ACTIVE", is_expired: false, default_voice: { id: "voice-1", name: "Clear" } };
    return [
      { ...usable, id: "anna", name: "Anna in a studio", preview_url: `${this.url}/pictures/anna.png` },
      { ...usable, id: "bert", name: "Bert", preview_url: `${this.url}/pictures/gone.png` },
      { ...usable, id: "old", name: "Old", is_expired: true },
      { name: "without an id" },
    ];
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = request.headers.origin;
    if (origin !== undefined) {
      response.setHeader("access-control-allow-origin", origin);
      response.setHeader("access-control-allow-credentials", "true");
      response.setHeader("access-control-allow-headers", "authorization,content-type");
    }
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    // A picture is anybody's, and nobody's key goes there.
    if (request.url?.startsWith("/pictures/")) {
      if (request.headers["x-api-key"] !== undefined) this.unexpected.push("the key came for a picture");
      const isThere = request.url === "/pictures/anna.png";
      response.writeHead(isThere ? 200 : 404, { "content-type": "image/png" }).end(isThere ? await ANNA : "");
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { status, data = null, message = "ok" } = this.#answer(request, Buffer.concat(parts).toString());
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ code: status < 300 ? 1000 : status, data, message }));
  }

  #answer(request: IncomingMessage, body: string): Said {
    const at = `${request.method} ${request.url}`;
    const trouble = this.troubles.findIndex(({ path }) => request.url?.startsWith(path));
    const [given] = trouble < 0 ? [] : this.troubles.splice(trouble, 1);
    if (given) return { status: given.status, message: given.message };
    const isKeyed = request.headers["x-api-key"] === LIVE_KEY;
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
    if (!isKeyed && token === null) return { status: 401, message: `No such key: ${request.headers["x-api-key"]}` };
    if (isKeyed && request.headers.origin !== undefined) this.unexpected.push(`${at}: the key came from a browser`);
    switch (at) {
      case "GET /v1/avatars/public?page_size=100":
        return { status: 200, data: pageOf(this.avatars()) };
      case "GET /v1/avatars?page_size=100":
        return { status: 200, data: pageOf([]) };
      case "GET /v1/voices?page_size=100":
        return { status: 200, data: pageOf([{ id: "voice-1", name: "Clear", language: "English", gender: "female" }]) };
      case "GET /v1/contexts?page_size=100":
        return { status: 200, data: pageOf([{ id: "context-1", name: "Museum guide" }]) };
      case "GET /v1/users/credits":
        return { status: 200, data: { credits_left: 100 } };
      case "POST /v1/sessions/token":
        return isKeyed ? this.#token(body) : { status: 403, message: "A token makes no token." };
      case "POST /v1/sessions/start":
        return this.#start(token ?? "");
      case "POST /v1/sessions/keep-alive":
        return this.#keepAlive(token ?? "");
      case "POST /v1/sessions/stop":
        return this.#stop(isKeyed ? StopRequest.parse(JSON.parse(body)).session_id : (this.#sessionOf(token ?? "")?.id ?? ""));
      default:
        return this.#figures(at);
    }
  }

  #token(body: string): Said {
    const asked = TokenRequest.safeParse(JSON.parse(body));
    if (!asked.success) {
      this.unexpected.push(`token: ${asked.error.message}`);
      return { status: 422, message: "This request is not known." };
    }
    if (asked.data.avatar_id === "no-such-avatar") return { status: 404, message: "This avatar does not exist." };
    const id = randomUUID();
    const { avatar_id: avatarId, max_session_duration: maxSeconds, avatar_persona: persona } = asked.data;
    const voiceId = persona.voice_id ?? null;
    this.sessions.set(id, { id, avatarId, voiceId, maxSeconds, startedAtMs: null, stoppedAtMs: null, keptAlive: 0 });
    const exp = Math.floor(this.clock() / 1_000) + TOKEN_SECONDS;
    return { status: 200, data: { session_id: id, session_token: signed({ session_id: id, exp, start_session_data: { mode: "FULL" } }) } };
  }

  #start(token: string): Said {
    try {
      const session = this.begin(token);
      return {
        status: 201,
        data: {
          session_id: session.id,
          max_session_duration: session.maxSeconds,
          livekit_url: this.roomUrl,
          livekit_client_token: `room.${session.id}`,
        },
      };
    } catch (error) {
      this.unexpected.push(`start: ${String(error)}`);
      return { status: 401, message: "This token opens nothing." };
    }
  }

  #keepAlive(token: string): Said {
    const session = this.#sessionOf(token);
    if (!session) return { status: 401 };
    session.keptAlive += 1;
    return { status: 200 };
  }

  #stop(id: string): Said {
    const session = this.sessions.get(id);
    if (!session) return { status: 404, message: "There is no such session." };
    session.stoppedAtMs ??= this.clock();
    return { status: 200 };
  }

  #figures(at: string): Said {
    const session = this.sessions.get(/^GET \/v1\/sessions\/([0-9a-f-]+)$/.exec(at)?.[1] ?? "");
    if (!session) {
      this.unexpected.push(at);
      return { status: 404, message: "There is no such address." };
    }
    const { startedAtMs, stoppedAtMs } = session;
    const seconds = startedAtMs === null ? 0 : ((stoppedAtMs ?? this.clock()) - startedAtMs) / 1_000;
    return {
      status: 200,
      data: { id: session.id, duration: Math.ceil(seconds), mode: "FULL", credits_consumed: Math.ceil(seconds / 60) * 2 },
    };
  }

  #sessionOf(token: string): RemoteSession | undefined {
    const [head, body, signature] = token.split(".");
    if (body === undefined || signature !== signatureOf(`${head}.${body}`)) return undefined;
    const { session_id, exp } = z
      .object({ session_id: z.string(), exp: z.number() })
      .parse(JSON.parse(Buffer.from(body, "base64url").toString()));
    return exp * 1_000 > this.clock() ? this.sessions.get(session_id) : undefined;
  }
}

const ANNA = noisePng(24);
const pageOf = (results: readonly object[]) => ({ count: results.length, results, next: null, previous: null });

const signatureOf = (text: string) => createHmac("sha256", SIGNED_WITH).update(text).digest("base64url");

function signed(claims: object): string {
  const text = [{ alg: "HS256", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${signatureOf(text)}`;
}
