import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { exposition } from "@/lib/domain/metrics/exposition";
import type { Metric } from "@/lib/domain/metrics/metric";
import { otlpMetrics } from "@/lib/domain/metrics/otlp";
import { readMetrics } from "@/lib/services/metrics/read-metrics";
import { tellMetrics } from "@/lib/telemetry/metrics";
import { freshDatabase } from "@/tests/support/database";
import { aStudio, aVariant } from "@/tests/support/factory";

/** What a collector takes, as the OTLP schema (JSON) has it, and no field more. */
const Nanos = z.string().regex(/^\d{19}$/);
const Whole = z.string().regex(/^\d+$/);
const Attributes = z
  .array(z.strictObject({ key: z.string().min(1), value: z.strictObject({ stringValue: z.string() }) }))
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value.stringValue])));
const Point = z.strictObject({ attributes: Attributes, timeUnixNano: Nanos, asDouble: z.number() });
const Total = Point.extend({ startTimeUnixNano: Nanos }).refine((point) => point.startTimeUnixNano <= point.timeUnixNano);
const Spread = z
  .strictObject({
    attributes: Attributes,
    startTimeUnixNano: Nanos,
    timeUnixNano: Nanos,
    count: Whole,
    sum: z.number(),
    bucketCounts: z.array(Whole),
    explicitBounds: z.array(z.number()),
  })
  .refine(({ bucketCounts, explicitBounds }) => bucketCounts.length === explicitBounds.length + 1)
  .refine(({ explicitBounds }) => explicitBounds.every((bound, at) => at === 0 || bound > (explicitBounds[at - 1] ?? bound)))
  .refine(({ count, bucketCounts }) => Number(count) === bucketCounts.reduce((sum, one) => sum + Number(one), 0));
const CUMULATIVE = z.literal(2);
const family = { name: z.string().regex(/^[a-z_]+$/), description: z.string().min(1), unit: z.string().regex(/^(s|By|\{[A-Za-z]+\})$/) };
const Told = z.union([
  z.strictObject({ ...family, gauge: z.strictObject({ dataPoints: z.array(Point).min(1) }) }),
  z.strictObject({
    ...family,
    sum: z.strictObject({ aggregationTemporality: CUMULATIVE, isMonotonic: z.literal(true), dataPoints: z.array(Total).min(1) }),
  }),
  z.strictObject({ ...family, histogram: z.strictObject({ aggregationTemporality: CUMULATIVE, dataPoints: z.array(Spread).min(1) }) }),
]);
const Message = z.strictObject({
  resourceMetrics: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: Attributes }),
      scopeMetrics: z.tuple([z.strictObject({ scope: z.strictObject({ name: z.literal("selects") }), metrics: z.array(Told).min(1) })]),
    }),
  ),
});
type Message = z.infer<typeof Message>;

const taken: { text: string; message: Message }[] = [];
let status = 200;
const waiting: (() => void)[] = [];
/** A collector that takes nothing but what it understands. */
const server = createServer(async (request, response) => {
  const text = await textOf(request);
  const isOurs = request.method === "POST" && request.url === "/v1/metrics" && request.headers["content-type"] === "application/json";
  const message = isOurs ? Message.safeParse(JSON.parse(text)) : null;
  if (status === 200 && message?.success) taken.push({ text, message: message.data });
  response.writeHead(message?.success ? status : 400, { "content-type": "application/json" }).end("{}");
  for (const settle of waiting.splice(0)) settle();
});

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}

beforeAll(async () => {
  await freshDatabase();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
});
beforeEach(() => {
  taken.length = 0;
  status = 200;
});
afterAll(() => new Promise((settle) => server.close(settle)));

const aProcess = (service: "selects-web" | "selects-worker", everyMs?: number) => {
  const { port } = server.address() as AddressInfo;
  const own = { to: `http://127.0.0.1:${port}`, service, isOfStudio: service === "selects-worker" };
  return tellMetrics(everyMs === undefined ? own : { ...own, everyMs });
};
const nextMessage = () => new Promise<void>((settle) => waiting.push(settle));
const servicesOf = ({ message }: { message: Message }) =>
  message.resourceMetrics.map(({ resource }) => resource.attributes["service.name"]);
const studioOf = (one: { message: Message } | undefined) =>
  one?.message.resourceMetrics.find(({ resource }) => resource.attributes["service.name"] === "selects");

test("a collector that checks every field takes the studio's figures, the same as Prometheus reads, and none that names anybody", async () => {
  const studio = await aStudio();
  const { runId } = await aVariant(studio, { chargeMicros: 1_500_000n });
  const startedAt = new Date(Date.now() - 60_000);
  await db().run.update({ where: { id: runId }, data: { startedAt, finishedAt: new Date(startedAt.getTime() + 5_000) } });
  await aProcess("selects-worker").close();

  const [only] = taken;
  expect(taken).toHaveLength(1);
  const metrics = studioOf(only)?.scopeMetrics[0].metrics ?? [];
  const points = (name: string) => metrics.flatMap((metric) => (metric.name === name && "sum" in metric ? metric.sum.dataPoints : []));
  expect(points("selects_runs_ended_total")).toMatchObject([
    { attributes: { engine: "sketch", status: "succeeded", failure: "" }, asDouble: 1 },
  ]);
  const [spent] = points("selects_spent_dollars_total");
  const { createdAt } = await db().workspace.findUniqueOrThrow({ where: { id: studio.workspaceId } });
  expect(spent).toMatchObject({ asDouble: 1.5, startTimeUnixNano: `${createdAt.getTime()}000000` });
  // Five seconds belong to the bucket up to five.
  expect(metrics.find(({ name }) => name === "selects_run_length_seconds")).toMatchObject({
    unit: "s",
    histogram: { dataPoints: [{ count: "1", sum: 5, bucketCounts: ["0", "0", "0", "1", ...Array(9).fill("0")] }] },
  });

  const asked = await readMetrics();
  const filled = asked.filter(({ samples }) => samples.length > 0);
  expect(metrics.map(({ name, unit }) => [name, unit])).toEqual(filled.map(({ name, unit }) => [name, unit]));
  expect(exposition(asked)).toContain('selects_run_length_seconds_bucket{engine="sketch",le="2"} 0\n');
  expect(exposition(asked)).toContain('selects_run_length_seconds_bucket{engine="sketch",le="5"} 1\n');
  for (const name of [studio.workspaceId, runId, process.env.NEXTAUTH_SECRET, process.env.DATABASE_URL, process.env.SELECTS_ENGINE_SECRETS])
    expect(only?.text).not.toContain(name);
});

test("of many processes each tells its own figures, and one worker those of the studio, until its turn ends", async () => {
  const first = aProcess("selects-worker", 20);
  while (!taken.some(studioOf)) await nextMessage();
  await aProcess("selects-worker").close();
  await aProcess("selects-web").close();
  await first.close();
  await aProcess("selects-worker").close();

  const ofOne = (service: string) => taken.filter((one) => servicesOf(one)[0] === service);
  const instances = [
    ...new Set(ofOne("selects-worker").map(({ message }) => message.resourceMetrics[0]?.resource.attributes["service.instance.id"])),
  ];
  const tellers = instances.map((id) =>
    taken.some((one) => one.message.resourceMetrics[0]?.resource.attributes["service.instance.id"] === id && studioOf(one) !== undefined),
  );
  expect(tellers).toEqual([true, false, true]);
  expect(ofOne("selects-web").map(servicesOf)).toEqual([["selects-web"]]);
  expect(ofOne("selects-web")[0]?.text).toContain("process_resident_memory_bytes");
});

test("a collector that refuses, or is gone, costs the figures of the moment and nothing else", async () => {
  status = 503;
  await aProcess("selects-web").close();
  const nobody = tellMetrics({ to: "http://127.0.0.1:1", service: "selects-web", isOfStudio: false });
  await nobody.close();
  status = 200;
  await aProcess("selects-web").close();
  expect(taken).toHaveLength(1);
});

test("a studio where nothing ran yet has nothing to tell", () => {
  const since = new Date();
  const idle: Metric = { name: "m", help: "h", unit: "{run}", type: "counter", samples: [] };
  expect(otlpMetrics([{ resource: { "service.name": "selects" }, since, metrics: [idle] }], since)).toEqual({ resourceMetrics: [] });
});

test("Prometheus counts in each bucket what lies below it too", () => {
  const spread: Metric = {
    name: "m",
    help: "h",
    unit: "s",
    type: "histogram",
    bounds: [1, 2],
    samples: [{ labels: { on: "x" }, counts: [2, 0, 3], sum: 11 }],
  };
  const lines = [
    'm_bucket{on="x",le="1"} 2',
    'm_bucket{on="x",le="2"} 2',
    'm_bucket{on="x",le="+Inf"} 5',
    'm_sum{on="x"} 11',
    'm_count{on="x"} 5',
  ];
  expect(exposition([spread])).toBe(["# HELP m h", "# TYPE m histogram", ...lines, ""].join("\n"));
});
