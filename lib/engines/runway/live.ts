import { z } from "zod";
import type { Connection } from "@/lib/domain/engine/connection";
import { checkConnection } from "../http/check-connection";
import { type Answer, exchange, type Outgoing, type Recording } from "../http/exchange";
import { failureOf } from "../http/failure-of";
import { liveFault, mayPass } from "../http/live-wire";
import type { LiveChoice, LiveContext, LiveEngine, LiveFigures, LiveRequest, LiveTools, Opened } from "../live";
import { RUNWAY_ENGINE_ID, SECONDS_A_STEP } from "./models";
import { RUNWAY_WIRE } from "./wire";

const TIMEOUT_MS = 20_000;

/** Avatars of Runway's own, by the names its API takes (@runwayml/sdk 4.20.1); it has no list of them, nor pictures. */
const PRESETS = [
  "influencer",
  "fashion-designer",
  "music-superstar",
  "tennis-coach",
  "cooking-teacher",
  "human-resource",
  "cat-character",
  "game-character",
  "game-character-man",
] as const;

const Created = z.object({ id: z.string().min(1).max(200) });
const Session = z.discriminatedUnion("status", [
  z.object({ status: z.literal("NOT_READY") }),
  z.object({ status: z.literal("READY"), sessionKey: z.string().min(1).max(8_000) }),
  z.object({ status: z.literal("RUNNING") }),
  z.object({ status: z.literal("COMPLETED") }),
  z.object({ status: z.literal("FAILED"), failure: z.string().nullish() }),
  z.object({ status: z.literal("CANCELLED") }),
]);
const Conversation = z.object({ status: z.string(), duration: z.number().min(0).nullish() });
const Avatar = z.object({
  id: z.string().min(1).max(200),
  name: z.string().nullish(),
  status: z.string().nullish(),
  processedImageUri: z.string().nullish(),
  voice: z.object({ name: z.string().nullish() }).nullish(),
});
const Page = z.object({ data: z.array(z.unknown()) });

/**
 * Runway's real-time avatars (GWM-1): `POST /v1/realtime_sessions` gives an id, `GET …/{id}` says when it is `READY` and gives a session
 * key, which a browser turns into a place in a LiveKit room (`POST …/{id}/consume`). `DELETE …/{id}` ends it. How long it was stands with
 * its conversation, which has the session's id (@runwayml/sdk 4.20.1). Nothing is billed before somebody is in the room.
 */
export function runwayLive(tools: LiveTools = {}): LiveEngine {
  const send = (outgoing: Outgoing, { connection, signal }: LiveContext) =>
    exchange(outgoing, {
      baseUrl: baseUrlOf(connection),
      keyHosts: [],
      authorisation: RUNWAY_WIRE.authorisation(connection),
      connection,
      signal,
      timeoutMs: TIMEOUT_MS,
      ...(tools.observe ? { observe: (recording: Recording) => tools.observe?.(RUNWAY_ENGINE_ID, recording) } : {}),
    });
  const look = async (remoteId: string, context: LiveContext) =>
    standing(
      remoteId,
      await send({ method: "GET", path: `realtime_sessions/${encodeURIComponent(remoteId)}` }, context),
      context.connection,
    );
  return {
    id: RUNWAY_ENGINE_ID,
    open: async (request, context) => {
      const answer = await send(startOf(request), context);
      if (mayPass(answer)) throw fault("open a session", answer, context.connection);
      if (answer.status >= 300) return { kind: "refused", failure: failureOf(answer, [context.connection.apiKey]) };
      return { kind: "preparing", remoteId: Created.parse(answer.json).id };
    },
    prepared: look,
    stop: async (remoteId, context) => {
      const answer = await send({ method: "DELETE", path: `realtime_sessions/${encodeURIComponent(remoteId)}` }, context);
      // One that is over, or never was, needs no stopping.
      if (mayPass(answer) || answer.status === 401) throw fault("stop the session", answer, context.connection);
    },
    figures: async (remoteId, context) =>
      figuresIn(await send({ method: "GET", path: `avatar_conversations/${encodeURIComponent(remoteId)}` }, context), context.connection),
    choices: async (context) => {
      const answer = await send({ method: "GET", path: "avatars?limit=100" }, context);
      if (answer.status >= 300) throw fault("list its avatars", answer, context.connection);
      return { avatars: [...ownAvatars(answer), ...PRESETS.map(presetChoice)], voices: [], contexts: [] };
    },
    check: (connection, signal) =>
      checkConnection(
        { name: RUNWAY_WIRE.name, baseUrl: baseUrlOf(connection), secrets: [connection.apiKey] },
        RUNWAY_WIRE.check,
        (outgoing) => send(outgoing, { connection, signal }),
      ),
  };
}

const baseUrlOf = ({ baseUrl }: Connection) => baseUrl ?? RUNWAY_WIRE.baseUrl;
const fault = (act: string, answer: Answer, connection: Connection) => liveFault(RUNWAY_WIRE.name, act, answer, connection);
const isPreset = (avatarId: string) => PRESETS.some((preset) => preset === avatarId);

function startOf({ modelId, avatarId, maxSeconds }: LiveRequest): Outgoing {
  return {
    method: "POST",
    path: "realtime_sessions",
    json: {
      model: modelId,
      avatar: isPreset(avatarId) ? { type: "runway-preset", presetId: avatarId } : { type: "custom", avatarId },
      maxDuration: maxSeconds,
    },
  };
}

function standing(remoteId: string, answer: Answer, connection: Connection): Opened {
  if (mayPass(answer)) throw fault("prepare the session", answer, connection);
  if (answer.status >= 300) return { kind: "refused", failure: failureOf(answer, [connection.apiKey]) };
  const session = Session.parse(answer.json);
  switch (session.status) {
    case "NOT_READY":
      return { kind: "preparing", remoteId };
    case "READY":
      return { kind: "opened", remoteId, token: session.sessionKey };
    case "FAILED":
      return { kind: "refused", failure: { kind: "engine-fault", reason: session.failure ?? "Runway could not prepare the session." } };
    case "RUNNING":
    case "COMPLETED":
    case "CANCELLED":
      return { kind: "refused", failure: { kind: "engine-fault", reason: "The session is over at Runway, or somebody else is in it." } };
    default:
      return session satisfies never;
  }
}

/** It counts seconds and bills by every begun six of them; one nobody was in was no conversation. */
function figuresIn(answer: Answer, connection: Connection): LiveFigures {
  if (answer.status === 404) return { seconds: null, billedMinutes: null };
  if (answer.status >= 300) throw fault("tell how long the session was", answer, connection);
  const { duration, status } = Conversation.parse(answer.json);
  if (status === "in_progress" || duration === null || duration === undefined) return { seconds: null, billedMinutes: null };
  return { seconds: Math.round(duration), billedMinutes: (Math.ceil(duration / SECONDS_A_STEP) * SECONDS_A_STEP) / 60 };
}

/** Those that can be spoken with; an entry of another shape than we know is left out, not fatal. */
function ownAvatars({ json }: Answer): LiveChoice[] {
  const { data } = Page.safeParse(json).data ?? { data: [] };
  return data.flatMap((entry) => {
    const avatar = Avatar.safeParse(entry).data;
    if (!avatar || (avatar.status ?? "READY") !== "READY") return [];
    return [
      { id: avatar.id, name: avatar.name ?? avatar.id, note: avatar.voice?.name ?? null, pictureUrl: avatar.processedImageUri ?? null },
    ];
  });
}

function presetChoice(preset: (typeof PRESETS)[number]): LiveChoice {
  const words = preset.replaceAll("-", " ");
  return { id: preset, name: words.charAt(0).toUpperCase() + words.slice(1), note: "Runway's own", pictureUrl: null };
}
