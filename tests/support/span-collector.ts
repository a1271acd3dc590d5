import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const Value = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ doubleValue: z.number() }),
]);
const Attributes = z.array(z.strictObject({ key: z.string().min(1), value: Value })).transform((list) =>
  Object.fromEntries(
    list.map(({ key, value }) => {
      const [said] = Object.values(value);
      return [key, said];
    }),
  ),
);

/** What a collector takes, as the OTLP schema (JSON) has it, and no field more. */
const Span = z
  .strictObject({
    traceId: z.string().regex(/^[0-9a-f]{32}$/),
    spanId: z.string().regex(/^[0-9a-f]{16}$/),
    parentSpanId: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
    name: z.string().min(1),
    kind: z.union([z.literal(1), z.literal(2)]),
    startTimeUnixNano: z.string().regex(/^\d{19}$/),
    endTimeUnixNano: z.string().regex(/^\d{19}$/),
    attributes: Attributes,
    status: z.strictObject({ code: z.union([z.literal(1), z.literal(2)]) }),
  })
  .refine((span) => span.startTimeUnixNano <= span.endTimeUnixNano);
export type CollectedSpan = z.infer<typeof Span> & { readonly service: unknown };

const Scope = z.strictObject({ scope: z.strictObject({ name: z.literal("selects") }), spans: z.array(Span).min(1) });
const Batch = z.strictObject({
  resourceSpans: z.tuple([z.strictObject({ resource: z.strictObject({ attributes: Attributes }), scopeSpans: z.tuple([Scope]) })]),
});

export interface SpanCollector {
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** Everything that was sent, as it came. */
  said(): string;
  /** What came and was not understood. */
  readonly refused: readonly string[];
  /** From here on every connection is dropped. */
  breakDown(): void;
  close(): Promise<void>;
}

/** A collector on this machine that takes spans and nothing but what it understands. */
export async function spanCollector(): Promise<SpanCollector> {
  const spans: CollectedSpan[] = [];
  const refused: string[] = [];
  const texts: string[] = [];
  let isDown = false;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    if (isDown) return void request.socket.destroy();
    if (request.url !== "/v1/traces") return void response.end("{}");
    const text = Buffer.concat(parts).toString();
    const batch = Batch.safeParse(JSON.parse(text));
    if (!batch.success) refused.push(batch.error.message);
    else {
      const [{ resource, scopeSpans }] = batch.data.resourceSpans;
      texts.push(text);
      spans.push(...scopeSpans[0].spans.map((span) => ({ ...span, service: resource.attributes["service.name"] })));
    }
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    refused,
    said: () => texts.join("\n"),
    breakDown: () => {
      isDown = true;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
