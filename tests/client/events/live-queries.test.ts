import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { createEventStream } from "@/lib/client/events";
import { isAbout, keepQueriesLive } from "@/lib/client/live-queries";
import type { StudioEvent } from "@/lib/domain/event/studio-event";

const HERE = "0190a0a0-0000-7000-8000-000000000001";
const THERE = "0190a0a0-0000-7000-8000-000000000002";
const event = (kind: StudioEvent["kind"], place: Partial<StudioEvent> = {}): StudioEvent => ({
  kind,
  id: HERE,
  version: 1,
  act: "tested",
  ...place,
});

test.each([
  ["the thing itself", [["run", "get"], { input: { runId: HERE } }], event("run"), true],
  ["a board that shows it", [["board", "get"], { input: { boardId: HERE } }], event("run", { boardId: HERE }), true],
  ["another board", [["board", "get"], { input: { boardId: THERE } }], event("run", { boardId: HERE }), false],
  ["another project", [["project", "get"], { input: { projectId: THERE } }], event("run", { projectId: HERE }), false],
  ["a list without a place", [["project", "list"], { input: {} }], event("run", { projectId: HERE }), true],
  ["a noun it is not shown in", [["library", "list"], {}], event("run"), false],
  ["a key of another kind", ["theme"], event("run"), false],
])("a change is about %s: %#", (_, key, change, expected) => {
  expect(isAbout(key, change)).toBe(expected);
});

test("news during a reading are answered by one more reading after it", async () => {
  const queries = new QueryClient();
  const listeners = new Map<string, (message: { data?: unknown }) => void>();
  const waiting: (() => void)[] = [];
  const after = (_: number, act: () => void) => {
    waiting.push(act);
    return () => {};
  };
  const open = () => ({
    addEventListener: (name: string, listener: (message: { data?: unknown }) => void) => void listeners.set(name, listener),
    close: () => {},
  });
  const stream = createEventStream({ open, after, random: () => 0 });
  const readings: ((value: number) => void)[] = [];
  const query = {
    queryKey: [["run", "get"], { input: { runId: HERE } }],
    queryFn: () => new Promise<number>((settle) => readings.push(settle)),
  };
  queries.setQueryData(query.queryKey, 0);
  const shown = queries.getQueryCache().build(queries, query);
  const observer = new QueryObserver(queries, { ...query, staleTime: Number.POSITIVE_INFINITY });
  const stopObserving = observer.subscribe(() => {});
  const stopLive = keepQueriesLive(queries, stream, after);
  stream.start();
  const tell = (version: number) => listeners.get("change")?.({ data: JSON.stringify({ ...event("run"), version }) });

  tell(1);
  tell(2);
  expect(waiting).toHaveLength(1);
  waiting.shift()?.();
  expect(readings).toHaveLength(1);
  tell(3);
  expect(waiting).toHaveLength(0);
  readings[0]?.(1);
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  await expect.poll(() => readings.length).toBe(2);
  readings[1]?.(2);
  await expect.poll(() => shown.state.data).toBe(2);
  expect(waiting).toHaveLength(0);

  stopLive();
  stopObserving();
  queries.clear();
});
