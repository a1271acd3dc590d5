import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { NO_TRACES, tracesTo } from "@/lib/telemetry/traces";

/** What a collector takes, as the OTLP schema has it. */
const Span = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  parentSpanId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  name: z.string(),
  kind: z.int(),
  startTimeUnixNano: z.string().regex(/^\d{19}$/),
  endTimeUnixNano: z.string().regex(/^\d{19}$/),
  attributes: z.array(z.strictObject({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
  status: z.strictObject({ code: z.int() }),
});
const Batch = z.object({ resourceSpans: z.tuple([z.object({ scopeSpans: z.tuple([z.object({ spans: z.array(Span) })]) })]) });

const RUN = "019a0000-0000-7000-8000-00000000000a";
let spans: z.infer<typeof Span>[];
let isDown: boolean;
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  if (isDown) return void request.socket.destroy();
  expect(request.url).toBe("/v1/traces");
  spans.push(...Batch.parse(JSON.parse(Buffer.concat(parts).toString())).resourceSpans[0].scopeSpans[0].spans);
  response.end("{}");
});
beforeEach(async () => {
  spans = [];
  isDown = false;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));
const at = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test("a run is one trace of its own id, with what was done for it below it, what failed marked as failed", async () => {
  const traces = tracesTo(at());
  expect(await traces.span(RUN, "engine.submit", { engine: "bfl" }, async () => 7)).toBe(7);
  await expect(traces.span(RUN, "engine.poll", {}, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  traces.ended(RUN, new Date(Date.now() - 5_000), { engine: "bfl", status: "succeeded" });
  await traces.close();
  const [submit, poll, run] = spans;
  expect(spans.map(({ name, status }) => [name, status.code])).toEqual([
    ["engine.submit", 1],
    ["engine.poll", 2],
    ["run", 1],
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([RUN.replaceAll("-", "")]));
  expect([submit?.parentSpanId, poll?.parentSpanId, run?.parentSpanId]).toEqual([run?.spanId, run?.spanId, undefined]);
});

test("a collector that is gone costs nothing but its spans", async () => {
  isDown = true;
  const traces = tracesTo(at());
  expect(await traces.span(RUN, "engine.submit", {}, async () => 7)).toBe(7);
  await traces.close();
  expect(spans).toEqual([]);
});

test("where nobody listens nothing is done but the work", async () => {
  expect(await NO_TRACES.span(RUN, "engine.submit", {}, async () => 7)).toBe(7);
});
