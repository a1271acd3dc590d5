import type { Actor } from "@/lib/domain/access/actor";
import { type EventPage, listEvents } from "./list-events";
import { onNews } from "./news";

/** How long to wait for the older transaction that holds an event back; it may be anybody's and says nothing when it ends. */
const UNSETTLED_MS = 50;

/** Looks even when nothing was heard: a notification may be lost while its connection is being replaced. */
const SILENCE_MS = 10_000;

/**
 * The events of the actor's workspace from a position on, for as long as somebody listens. The first page comes at once
 * (perhaps empty: it says where the stream starts); later ones when there is something in them. Ends with the signal.
 */
export async function* followEvents(actor: Actor, after: string | undefined, signal: AbortSignal): AsyncGenerator<EventPage, void> {
  const bell = createBell(signal);
  const stop = await onNews(actor.workspaceId, bell.ring);
  try {
    let page = await listEvents(actor, after === undefined ? {} : { after });
    yield page;
    while (!signal.aborted) {
      if (!page.hasMore) await bell.wait(page.isUnsettled ? UNSETTLED_MS : SILENCE_MS);
      if (signal.aborted) return;
      page = await listEvents(actor, { after: page.position });
      if (page.events.length > 0 || page.isReset) yield page;
    }
  } finally {
    stop();
  }
}

/** A bell that remembers one ring while nobody waits. */
function createBell(signal: AbortSignal) {
  let isRung = false;
  let answer = () => {};
  const ring = () => {
    isRung = true;
    answer();
  };
  signal.addEventListener("abort", ring, { once: true });
  return {
    ring,
    /** Until it rings, or so long. */
    async wait(longestMs: number): Promise<void> {
      if (!isRung)
        await new Promise<void>((settle) => {
          const timer = setTimeout(settle, longestMs);
          answer = () => {
            clearTimeout(timer);
            settle();
          };
        });
      isRung = false;
      answer = () => {};
    },
  };
}
