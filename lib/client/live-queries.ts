import type { QueryClient } from "@tanstack/react-query";
import type { StudioClient } from "@/lib/api/router";
import type { EventKind, StudioEvent } from "@/lib/domain/event/studio-event";
import type { EventPorts, EventStream } from "./events";

/** Which nouns' queries may show something of a thing of this kind. */
const SHOWN_IN = {
  project: ["project", "budget"],
  board: ["board", "project"],
  prompt: ["prompt", "board", "project"],
  section: ["board"],
  note: ["board"],
  run: ["run", "variant", "prompt", "board", "project", "grid", "trial"],
  grid: ["grid", "board", "project", "trial"],
  help: ["help", "project"],
  snippet: ["snippet"],
  variant: ["variant", "gallery", "prompt", "board", "run", "project", "grid"],
  vote: ["vote", "variant"],
  asset: ["asset", "gallery", "collection", "savedSearch", "prompt", "board", "grid", "variant"],
  zip: ["zip"],
  comparison: ["comparison"],
  library: ["library", "pattern"],
  pattern: ["pattern", "library", "trial", "label"],
  "eval-set": ["evalSet"],
  trial: ["trial", "label", "pattern", "library"],
  card: ["card", "project", "playlist"],
  playlist: ["playlist", "share"],
  comment: ["comment"],
  "defect-kind": ["defectKind"],
  notice: ["notice"],
  publication: ["publication", "card", "delivery"],
  share: ["share", "guest"],
  lane: ["lane", "card", "label"],
  member: ["member", "invitation"],
  engine: ["engine", "run"],
  webhook: ["webhook"],
  live: ["live", "project", "budget"],
} as const satisfies Record<EventKind, readonly (keyof StudioClient)[]>;

/** Events of one transaction arrive together and are answered by one reading. */
const GATHER_MS = 50;

/**
 * Reads again what a change touched. One round at a time: news during a round waits for its end, so that a run which
 * reports progress all the time neither starves a reading nor starts many.
 */
export function keepQueriesLive(queries: QueryClient, stream: EventStream, after: EventPorts["after"]): () => void {
  let waiting: StudioEvent[] = [];
  let isRunning = false;
  let cancel = () => {};

  async function round(): Promise<void> {
    const events = waiting;
    waiting = [];
    await queries.invalidateQueries({ predicate: ({ queryKey }) => events.some((event) => isAbout(queryKey, event)) });
    isRunning = false;
    if (waiting.length > 0) plan();
  }

  function plan(): void {
    isRunning = true;
    cancel = after(GATHER_MS, () => void round());
  }

  const stopEvents = stream.onEvent({}, (event) => {
    waiting.push(event);
    if (!isRunning) plan();
  });
  const stopResets = stream.onReset(() => void queries.invalidateQueries());
  return () => {
    cancel();
    stopEvents();
    stopResets();
  };
}

/** Whether what a query shows may have changed. Its key is `[[noun, verb], { input }]`. */
export function isAbout(queryKey: readonly unknown[], event: StudioEvent): boolean {
  const [path, options] = queryKey;
  const noun: unknown = Array.isArray(path) ? path[0] : undefined;
  if (!SHOWN_IN[event.kind].some((shown) => shown === noun)) return false;
  const input = (options as { input?: { projectId?: unknown; boardId?: unknown } } | undefined)?.input;
  const isElsewhere = (asked: unknown, place: string | undefined) => asked !== undefined && place !== undefined && asked !== place;
  return !isElsewhere(input?.projectId, event.projectId) && !isElsewhere(input?.boardId, event.boardId);
}
