import { afterEach, beforeEach, expect, test } from "vitest";
import { placeOf, traceparentOf } from "@/lib/domain/metrics/traceparent";
import { NO_TRACES, tracesTo } from "@/lib/telemetry/traces";
import { asJob, placeAtHand, tellTo, told, toldVerb } from "@/lib/trace";
import { type SpanCollector, spanCollector } from "../support/span-collector";

const RUN = "019a0000-0000-7000-8000-00000000000a";
const ASKED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

let collector: SpanCollector;
beforeEach(async () => {
  collector = await spanCollector();
});
afterEach(async () => {
  tellTo(undefined);
  expect(collector.refused).toEqual([]);
  await collector.close();
});

test("a run that nobody asked for in a request is one trace of its own id, with what was done below it, what failed marked as failed", async () => {
  const traces = tracesTo(collector.url);
  expect(await traces.span(RUN, "engine.submit", { engine: "bfl" }, async () => 7)).toBe(7);
  await expect(traces.span(RUN, "engine.poll", {}, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  traces.ended(RUN, new Date(Date.now() - 5_000), { engine: "bfl", status: "succeeded" });
  await traces.close();
  const [submit, poll, run] = collector.spans;
  expect(collector.spans.map(({ name, status }) => [name, status.code])).toEqual([
    ["engine.submit", 1],
    ["engine.poll", 2],
    ["run", 1],
  ]);
  expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([RUN.replaceAll("-", "")]));
  expect([submit?.parentSpanId, poll?.parentSpanId, run?.parentSpanId]).toEqual([run?.spanId, run?.spanId, undefined]);
});

test("a request's verbs, and the run its job asks for, are one trace: the asker's, where they name one", async () => {
  const [web, worker] = [tracesTo(collector.url, "selects-web"), tracesTo(collector.url)];
  tellTo(web.tell);
  const request = {
    name: "POST /rpc",
    kind: "server",
    attributes: { "http.route": "/rpc" },
    parent: placeOf(ASKED),
    outcome: (status: number) => ({ isWell: status < 500, attributes: { "http.response.status_code": status } }),
  } as const;
  let carried: string | undefined;
  await told(request, async () => {
    await expect(toldVerb("run.quote", "read", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await toldVerb("run.start", "write", async () => {
      const place = placeAtHand();
      carried = place && traceparentOf(place);
    });
    return 200;
  });
  await asJob(placeOf(carried), async () => {
    // A look every quarter of a second is no news.
    await toldVerb("run.note", "write", async () => {});
    await worker.span(RUN, "engine.submit", {}, async () => {});
    worker.ended(RUN, new Date(), { status: "succeeded" });
  });
  await Promise.all([web.close(), worker.close()]);
  const named = (name: string) => collector.spans.find((span) => span.name === name);
  expect(collector.spans.map(({ service, name, kind, status }) => [service, name, kind, status.code])).toEqual(
    expect.arrayContaining([
      ["selects-web", "run.quote", 1, 2],
      ["selects-web", "run.start", 1, 1],
      ["selects-web", "POST /rpc", 2, 1],
      ["selects-worker", "engine.submit", 1, 1],
      ["selects-worker", "run", 1, 1],
    ]),
  );
  expect(collector.spans).toHaveLength(5);
  expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([placeOf(ASKED)?.traceId]));
  expect(named("POST /rpc")).toMatchObject({ parentSpanId: placeOf(ASKED)?.spanId, attributes: { "http.response.status_code": 200 } });
  expect(named("run.start")?.parentSpanId).toBe(named("POST /rpc")?.spanId);
  expect(named("run")?.parentSpanId).toBe(named("run.start")?.spanId);
  expect(named("engine.submit")?.parentSpanId).toBe(named("run")?.spanId);
});

test.each([
  [ASKED, true],
  ["01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more", true],
  ["ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false],
  ["00-00000000000000000000000000000000-b7ad6b7169203331-01", false],
  ["00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", false],
  ["00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false],
  ["", false],
])("a traceparent is read as W3C writes it: %s", (text, isOne) => {
  expect(placeOf(text) !== null).toBe(isOne);
});

test("a collector that is gone costs nothing but its spans", async () => {
  collector.breakDown();
  const traces = tracesTo(collector.url);
  expect(await traces.span(RUN, "engine.submit", {}, async () => 7)).toBe(7);
  await traces.close();
  expect(collector.spans).toEqual([]);
});

test("where nobody listens nothing is done but the work, and nothing is carried along", async () => {
  expect(await NO_TRACES.span(RUN, "engine.submit", {}, async () => 7)).toBe(7);
  const work = { name: "POST /rpc", kind: "server", attributes: {}, parent: placeOf(ASKED) } as const;
  expect(await told(work, async () => placeAtHand())).toBeUndefined();
});
