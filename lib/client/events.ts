import { PresenceNews } from "@/lib/domain/board/presence";
import { type Heard, isNews } from "@/lib/domain/event/order";
import { type EventKind, StudioEvent } from "@/lib/domain/event/studio-event";

/** As much of the browser's `EventSource` as the stream uses. */
export interface EventConnection {
  addEventListener(name: string, listener: (message: { readonly data?: unknown; readonly lastEventId?: string }) => void): void;
  close(): void;
}

export interface EventPorts {
  /** Opens a connection to this address, relative to the studio's. */
  open(address: string): EventConnection;
  /** Calls back once after a pause; the result cancels it. */
  after(pauseMs: number, act: () => void): () => void;
  /** 0 to below 1; spreads reconnects of many tabs over time. */
  random(): number;
}

export type StreamStatus = "stopped" | "connecting" | "live" | "lost" | "signed-out";

export interface EventFilter {
  readonly kind?: EventKind;
  readonly id?: string;
}

export interface EventStream {
  readonly status: StreamStatus;
  /** Connects, from where it was when it was stopped. Safe to repeat. */
  start(): void;
  /** Closes the connection and keeps the place in the stream. */
  stop(): void;
  /** Connects at once instead of waiting for the next try: the network is back, or somebody looks again. */
  hurry(): void;
  /** Hears what changed, each piece of news at most once and never of an older version. Returns the way to stop hearing. */
  onEvent(filter: EventFilter, listener: (event: StudioEvent) => void): () => void;
  /** Hears that events may have been missed – the first connection, or too long an absence – so that everything on screen must be read again. */
  onReset(listener: () => void): () => void;
  onStatus(listener: (status: StreamStatus) => void): () => void;
  /** Hears where the others on this tab's board are, while they move. Nothing of it is told again. */
  onPresence(listener: (news: PresenceNews) => void): () => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The workspace's news for one tab. Reconnects for ever with growing pauses, carrying the id of the last event, so that
 * nothing is missed; what arrives twice or late is dropped by its version. `since` is the position a page was rendered
 * at: with it the first connection continues from there instead of asking for everything to be read again.
 */
export function createEventStream(ports: EventPorts, since?: string): EventStream {
  const eventListeners = new Set<{ readonly filter: EventFilter; readonly listener: (event: StudioEvent) => void }>();
  const resetListeners = new Set<() => void>();
  const statusListeners = new Set<(status: StreamStatus) => void>();
  const presenceListeners = new Set<(news: PresenceNews) => void>();
  const heard = new Map<string, Heard>();
  let status: StreamStatus = "stopped";
  let lastEventId = since;
  let pauseMs = FIRST_PAUSE_MS;
  let connection: EventConnection | undefined;
  let cancelRetry = () => {};

  function become(next: StreamStatus): void {
    if (status === next) return;
    status = next;
    for (const listener of [...statusListeners]) listener(next);
  }

  function disconnect(): void {
    cancelRetry();
    connection?.close();
    connection = undefined;
  }

  function connect(): void {
    disconnect();
    become(status === "lost" ? "lost" : "connecting");
    const next = ports.open(lastEventId === undefined ? "/events" : `/events?lastEventId=${encodeURIComponent(lastEventId)}`);
    connection = next;
    // A closed connection may still have messages under way.
    const on = (name: string, act: (message: { readonly data?: unknown; readonly lastEventId?: string }) => void) =>
      next.addEventListener(name, (message) => {
        if (connection === next) act(message);
      });
    // Both mean: from here on nothing is missed, and what was read before may be older than this place.
    for (const name of ["hello", "reset"])
      on(name, (message) => {
        arrived(message.lastEventId);
        heard.clear();
        for (const listener of [...resetListeners]) listener();
      });
    on("resumed", () => arrived(undefined));
    on("change", (message) => {
      arrived(message.lastEventId);
      hear(message.data, message.lastEventId);
    });
    on("presence", ({ data }) => {
      const news = typeof data === "string" ? PresenceNews.safeParse(JSON.parse(data)).data : undefined;
      if (news) for (const listener of [...presenceListeners]) listener(news);
    });
    on("signed-out", () => {
      disconnect();
      become("signed-out");
    });
    on("error", () => {
      disconnect();
      become("lost");
      cancelRetry = ports.after(pauseMs * (0.5 + ports.random() / 2), connect);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  function arrived(id: string | undefined): void {
    if (id) lastEventId = id;
    pauseMs = FIRST_PAUSE_MS;
    become("live");
  }

  function hear(data: unknown, position: string | undefined): void {
    const event = typeof data === "string" ? StudioEvent.safeParse(JSON.parse(data)).data : undefined;
    // A kind this page does not know comes from a newer studio; a reload will teach it.
    if (!event) return;
    const thing = `${event.kind} ${event.id}`;
    if (!isNews(heard.get(thing), event, position)) return;
    heard.set(thing, { version: event.version, position });
    for (const { filter, listener } of [...eventListeners]) if (fits(filter, event)) listener(event);
  }

  return {
    get status() {
      return status;
    },
    start() {
      if (status === "stopped") connect();
    },
    stop() {
      disconnect();
      become("stopped");
    },
    hurry() {
      if (status !== "lost") return;
      pauseMs = FIRST_PAUSE_MS;
      connect();
    },
    onEvent: (filter, listener) => listenIn(eventListeners, { filter, listener }),
    onReset: (listener) => listenIn(resetListeners, listener),
    onStatus: (listener) => listenIn(statusListeners, listener),
    onPresence: (listener) => listenIn(presenceListeners, listener),
  };
}

function fits(filter: EventFilter, event: StudioEvent): boolean {
  return (filter.kind === undefined || filter.kind === event.kind) && (filter.id === undefined || filter.id === event.id);
}

function listenIn<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** {@link EventPorts.after} by the clock of the machine. */
export const afterPause: EventPorts["after"] = (pauseMs, act) => {
  const timer = setTimeout(act, pauseMs);
  return () => clearTimeout(timer);
};

/** The ports of a real browser tab. `tab` is its name, asked for when it connects. */
export function browserPorts(tab: () => string): EventPorts {
  return {
    open: (address) => {
      const source = new EventSource(`${address}${address.includes("?") ? "&" : "?"}tab=${tab()}`);
      return {
        addEventListener: (name, listener) => source.addEventListener(name, (message: MessageEvent) => listener(message)),
        close: () => source.close(),
      };
    },
    after: afterPause,
    random: Math.random,
  };
}
