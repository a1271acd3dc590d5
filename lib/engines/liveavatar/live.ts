import { z } from "zod";
import type { Connection } from "@/lib/domain/engine/connection";
import { checkConnection } from "../http/check-connection";
import { type Answer, exchange, type Outgoing, type Recording } from "../http/exchange";
import { failureOf } from "../http/failure-of";
import { liveFault, mayPass } from "../http/live-wire";
import type { LiveContext, LiveEngine, LiveFigures, LiveRequest, LiveTools, Opened } from "../live";
import { choicesOf, LISTS } from "./choices";
import { CREDITS_A_MINUTE, LIVEAVATAR_BASE_URL, LIVEAVATAR_ENGINE_ID } from "./models";

const TIMEOUT_MS = 20_000;

/** The specification's default says 100, the client wants 1000, and the service has been seen to answer both. */
const GOOD_CODES: readonly number[] = [100, 1000];
const Envelope = z.object({ code: z.number(), data: z.unknown().optional(), message: z.string().nullish() });
const Token = z.object({ session_id: z.string().min(1).max(200), session_token: z.string().min(1).max(8_000) });
const Entry = z.object({ duration: z.number().min(0).nullish(), credits_consumed: z.number().min(0).nullish() });

/**
 * LiveAvatar: `POST /v1/sessions/token` with the key gives a token for one browser; `/v1/sessions/stop` takes the key and the
 * session's id; `GET /v1/sessions/{id}` says how long it was and what it consumed (docs.liveavatar.com/openapi.json).
 */
export function liveAvatar(tools: LiveTools = {}): LiveEngine {
  const send = (outgoing: Outgoing, { connection, signal }: LiveContext) =>
    exchange(outgoing, {
      baseUrl: connection.baseUrl ?? LIVEAVATAR_BASE_URL,
      keyHosts: [],
      authorisation: { "x-api-key": connection.apiKey },
      connection,
      signal,
      timeoutMs: TIMEOUT_MS,
      ...(tools.observe ? { observe: (recording: Recording) => tools.observe?.(LIVEAVATAR_ENGINE_ID, recording) } : {}),
    });
  return {
    id: LIVEAVATAR_ENGINE_ID,
    open: async (request, context) => opened(await send(startOf(request), context), context.connection),
    stop: async (remoteId, context) => {
      const answer = await send(
        { method: "POST", path: "/v1/sessions/stop", json: { session_id: remoteId, reason: "USER_CLOSED" } },
        context,
      );
      // One that is over, or never began, needs no stopping.
      if (mayPass(answer) || answer.status === 401) throw fault("stop the session", answer, context.connection);
    },
    figures: async (remoteId, context) => {
      const answer = await send({ method: "GET", path: `/v1/sessions/${encodeURIComponent(remoteId)}` }, context);
      return figuresIn(answer, context.connection);
    },
    choices: async (context) => {
      const answers = await Promise.all(LISTS.map((path) => send({ method: "GET", path }, context)));
      const [avatars, own, voices, contexts] = answers.map((answer) => {
        const data = dataIn(answer);
        if (data === undefined) throw fault("list what there is", answer, context.connection);
        return data;
      });
      return choicesOf({ avatars, own, voices, contexts });
    },
    check: (connection, signal) =>
      checkConnection(
        { name: "LiveAvatar", baseUrl: connection.baseUrl ?? LIVEAVATAR_BASE_URL, secrets: [connection.apiKey] },
        { method: "GET", path: "/v1/users/credits" },
        (outgoing) => send(outgoing, { connection, signal }),
      ),
  };
}

function startOf({ avatarId, voiceId, contextId, maxSeconds }: LiveRequest): Outgoing {
  return {
    method: "POST",
    path: "/v1/sessions/token",
    json: {
      mode: "FULL",
      avatar_id: avatarId,
      avatar_persona: {
        language: "en",
        ...(voiceId === null ? {} : { voice_id: voiceId }),
        ...(contextId === null ? {} : { context_id: contextId }),
      },
      interactivity_type: "CONVERSATIONAL",
      max_session_duration: maxSeconds,
    },
  };
}

function opened(answer: Answer, connection: Connection): Opened {
  const data = dataIn(answer);
  if (data === undefined) {
    if (mayPass(answer)) throw fault("open a session", answer, connection);
    return { kind: "refused", failure: failureOf(answer, [connection.apiKey]) };
  }
  const { session_id, session_token } = Token.parse(data);
  return { kind: "opened", remoteId: session_id, token: session_token };
}

function figuresIn(answer: Answer, connection: Connection): LiveFigures {
  // It knows no session before its token is used, nor one it has forgotten: neither says what was billed.
  if (answer.status === 404) return { seconds: null, billedMinutes: null };
  const data = dataIn(answer);
  if (data === undefined) throw fault("tell what the session cost", answer, connection);
  const { duration, credits_consumed } = Entry.parse(data);
  return {
    seconds: duration === null || duration === undefined ? null : Math.round(duration),
    billedMinutes: credits_consumed === null || credits_consumed === undefined ? null : credits_consumed / CREDITS_A_MINUTE,
  };
}

/** What a good answer carries; undefined for any other. */
function dataIn(answer: Answer): unknown {
  const envelope = Envelope.safeParse(answer.json);
  const isGood = answer.status < 300 && envelope.success && GOOD_CODES.includes(envelope.data.code);
  return isGood ? (envelope.data.data ?? null) : undefined;
}

const fault = (act: string, answer: Answer, connection: Connection) => liveFault("LiveAvatar", act, answer, connection);
