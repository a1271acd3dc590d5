import { z } from "zod";
import { requireActor } from "@/lib/auth/require-actor";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { readPosition } from "@/lib/domain/event/position";
import { log } from "@/lib/log";
import { followEvents } from "@/lib/services/event/follow-events";
import type { EventPage } from "@/lib/services/event/list-events";
import { openPresenceInbox } from "@/lib/services/event/presence-inbox";
import { errorResponse } from "./respond";

export interface StreamTiming {
  /** A comment after so much silence keeps proxies from closing the connection. */
  readonly heartbeatMs: number;
  /** How often a stream asks whether its session still holds. */
  readonly recheckMs: number;
}

const TIMING: StreamTiming = { heartbeatMs: 15_000, recheckMs: 30_000 };

/** One a tab; far more is a program gone wrong. */
const MOST_STREAMS = 16;

const streamsOf = new Map<string, number>();

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-content-type-options": "nosniff",
  // nginx and its kin gather answers unless told not to.
  "x-accel-buffering": "no",
} as const;

/**
 * `/events`: the workspace's news as server-sent events. With `Last-Event-ID` (or `?lastEventId=`) everything since is
 * told first, after `resumed`; without it the stream starts now, after `hello`. `change` carries an event, `reset` says
 * that too much was missed, `signed-out` that the session has ended. With `?tab=`, a tab that attends a board hears as `presence` where the
 * others on it are; these have no id, because nobody is told them later.
 */
export async function handleEvents(request: Request, timing = TIMING): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const after = positionOf(request);
    return new Response(streamTo(request, actor, after, timing), { headers: HEADERS });
  } catch (error) {
    return errorResponse(error);
  }
}

/** The header is the newer one: a browser that reconnects by itself keeps the address it first asked for. */
function positionOf(request: Request): string | undefined {
  const text = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("lastEventId");
  if (!text) return undefined;
  if (!readPosition(text)) throw new AppError("BAD_INPUT", "The last event id is not one of this stream.");
  return text;
}

function streamTo(request: Request, actor: PersonActor, after: string | undefined, timing: StreamTiming): ReadableStream<Uint8Array> {
  const leave = enter(actor.userId);
  const ended = new AbortController();
  const pages = followEvents(actor, after, ended.signal);
  const tab = z.uuid().safeParse(new URL(request.url).searchParams.get("tab")).data;
  const presence = tab === undefined ? null : openPresenceInbox(actor.workspaceId, tab);
  const end = () => {
    leave();
    presence?.close();
    ended.abort();
    void pages.return();
  };
  request.signal.addEventListener("abort", end, { once: true });
  // A tab closed while we asked who is there has aborted already: its listener would never hear it.
  if (request.signal.aborted) end();
  const encoder = new TextEncoder();
  let upcoming: Promise<IteratorResult<EventPage, void>> | undefined;
  let checkedAt = Date.now();
  let isFirst = true;
  let isCancelled = false;

  return new ReadableStream<Uint8Array>(
    {
      // Called when the reader wants more: a slow one is sent nothing, and nothing is read for it.
      async pull(controller) {
        try {
          upcoming ??= pages.next();
          const next = await within(timing.heartbeatMs, presence ? Promise.race([upcoming, presence.arrived()]) : upcoming);
          if (isCancelled) return;
          if (ended.signal.aborted) return controller.close();
          if (Date.now() - checkedAt >= timing.recheckMs) {
            if (!(await isStill(actor, request))) {
              controller.enqueue(encoder.encode(message("signed-out", {})));
              controller.close();
              return end();
            }
            checkedAt = Date.now();
          }
          const others = presence?.take() ?? [];
          if (others.length > 0) controller.enqueue(encoder.encode(others.map((news) => message("presence", news)).join("")));
          if (!next) return others.length > 0 ? undefined : controller.enqueue(encoder.encode(": still here\n\n"));
          upcoming = undefined;
          if (next.done) return controller.close();
          const text = spell(next.value, isFirst && (after === undefined ? "hello" : "resumed"));
          isFirst = false;
          controller.enqueue(encoder.encode(text));
        } catch (error) {
          // The reader comes back with its last event id; telling it more would not help it.
          log.error("events", "a stream broke off", {}, error);
          end();
          if (isCancelled) return;
          controller.error(error);
        }
      },
      cancel: () => {
        isCancelled = true;
        end();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Counts a stream; the result takes it back, once. */
function enter(userId: string): () => void {
  const open = streamsOf.get(userId) ?? 0;
  if (open >= MOST_STREAMS)
    throw new AppError("TOO_MANY_REQUESTS", `You have ${MOST_STREAMS} live connections open. Close a tab and try again.`);
  streamsOf.set(userId, open + 1);
  let hasLeft = false;
  return () => {
    if (hasLeft) return;
    hasLeft = true;
    const left = (streamsOf.get(userId) ?? 1) - 1;
    if (left > 0) streamsOf.set(userId, left);
    else streamsOf.delete(userId);
  };
}

async function isStill(actor: PersonActor, request: Request): Promise<boolean> {
  try {
    const current = await requireActor(request);
    return current.memberId === actor.memberId;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** The result, or undefined when it takes longer. */
async function within<Result>(longestMs: number, result: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((settle) => {
    timer = setTimeout(settle, longestMs, undefined);
  });
  try {
    return await Promise.race([result, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function spell(page: EventPage, opening: "hello" | "resumed" | false): string {
  if (page.isReset) return message("reset", {}, page.position);
  const changes = page.events.map(({ eventId, event }) => message("change", event, eventId));
  if (opening === "hello") changes.unshift(message("hello", {}, page.position));
  if (opening === "resumed") changes.unshift(message("resumed", {}));
  return changes.join("");
}

function message(name: string, body: object, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(body)}\n\n`;
}
