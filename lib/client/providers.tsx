"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { thisTab } from "./desk/this-tab";
import { browserPorts, createEventStream, type EventFilter, type EventStream, type StreamStatus } from "./events";
import { keepQueriesLive } from "./live-queries";
import { createQueryClient, type QueryPorts } from "./query";

const Stream = createContext<EventStream | null>(null);

/** A tab nobody looks at gives its connection back; browsers allow few for one address. It misses nothing: it resumes from its last event. */
const HIDDEN_MS = 30_000;

const ports = browserPorts(thisTab);

export interface StudioProvidersProps extends Partial<QueryPorts> {
  /** Position in the event stream the page was rendered at; spares the first connection a second reading of everything. */
  readonly since?: string;
  readonly children: ReactNode;
}

/** What every signed-in page stands on: the query cache, the event stream that keeps it fresh, and state in the address. */
export function StudioProviders({ children, since, notify, signedOut }: StudioProvidersProps) {
  const [queries] = useState(() => createQueryClient({ notify: notify ?? (() => {}), signedOut: signedOut ?? goToSignIn }));
  const [stream] = useState(() => createEventStream(ports, since));

  useEffect(() => {
    const stopLive = keepQueriesLive(queries, stream, ports.after);
    const stopStatus = stream.onStatus((status) => {
      if (status === "signed-out") (signedOut ?? goToSignIn)();
    });
    const stopWatching = runWhileSeen(stream);
    return () => {
      stopWatching();
      stopStatus();
      stopLive();
      stream.stop();
    };
  }, [queries, stream, signedOut]);

  return (
    <QueryClientProvider client={queries}>
      <Stream value={stream}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </Stream>
    </QueryClientProvider>
  );
}

/** Leaves for the sign-in page, which leads back to where one is now. */
export function goToSignIn(): void {
  window.location.assign(`/signin?callbackUrl=${encodeURIComponent(window.location.pathname + window.location.search)}`);
}

/** Starts the stream; stops it in a tab long hidden, and resumes when the tab is looked at or the network returns. */
function runWhileSeen(stream: EventStream): () => void {
  let cancelPause = () => {};
  const look = () => {
    cancelPause();
    if (document.visibilityState === "hidden") {
      cancelPause = ports.after(HIDDEN_MS, () => stream.stop());
      return;
    }
    stream.start();
    stream.hurry();
  };
  stream.start();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);
  return () => {
    cancelPause();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", look);
  };
}

/** The tab's event stream. Throws outside {@link StudioProviders}. */
export function useEventStream(): EventStream {
  const stream = useContext(Stream);
  if (!stream) throw new Error("useEventStream() is used outside <StudioProviders>.");
  return stream;
}

/** Calls `listener` for every change that fits; for announcements, since queries are refreshed without it. */
export function useStudioEvent({ kind, id }: EventFilter, listener: (event: StudioEvent) => void): void {
  const stream = useEventStream();
  useEffect(
    () => stream.onEvent({ ...(kind === undefined ? {} : { kind }), ...(id === undefined ? {} : { id }) }, listener),
    [stream, kind, id, listener],
  );
}

/** Whether news arrive: for the small sign that says the connection is lost. */
export function useStreamStatus(): StreamStatus {
  const stream = useEventStream();
  return useSyncExternalStore(
    (changed) => stream.onStatus(changed),
    () => stream.status,
    () => "stopped",
  );
}
