import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export const LANGUAGE_KEY = "language-secret-key-0123456789";

/** What a question may look like; a field a server of this kind does not know is a test that fails. */
const Body = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  messages: z.tuple([
    z.strictObject({ role: z.literal("system"), content: z.string().min(1) }),
    z.strictObject({
      role: z.literal("user"),
      content: z.union([
        z.string().min(1),
        z.array(
          z.discriminatedUnion("type", [
            z.strictObject({ type: z.literal("text"), text: z.string().min(1) }),
            z.strictObject({
              type: z.literal("image_url"),
              image_url: z.strictObject({ url: z.string().regex(/^data:image\/[a-z]+;base64,[A-Za-z0-9+/]+=*$/) }),
            }),
          ]),
        ),
      ]),
    }),
  ]),
  response_format: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("json_object") }),
    z.strictObject({
      type: z.literal("json_schema"),
      json_schema: z.strictObject({
        name: z.string(),
        strict: z.boolean(),
        schema: z.looseObject({ type: z.literal("object"), additionalProperties: z.literal(false) }),
      }),
    }),
  ]),
});
export type Asked = z.infer<typeof Body>;

/** What a question can ask of the server, as a word of its material. */
type Mischief =
  | "busy"
  | "quota"
  | "broken"
  | "garbled"
  | "prose"
  | "cut"
  | "refuse"
  | "filter"
  | "drop"
  | "stall"
  | "endless"
  | "badgateway"
  | "free"
  | "priced";

/** A server with OpenAI's chat endpoint on loopback. Remembers every question and answers what it was told to, or misbehaves on a word. */
export class LanguageServer {
  readonly asked: Asked[] = [];
  readonly unexpected: string[] = [];
  /** Answers to come, first first; the last one stays. */
  answers: unknown[] = [{}];
  #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    const bytes: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) bytes.push(part);
    if (request.headers.authorization !== `Bearer ${LANGUAGE_KEY}`)
      return send(401, { error: { message: `Incorrect API key provided: ${request.headers.authorization}` } });
    if (request.method === "GET" && request.url === "/v1/models") return send(200, { object: "list", data: [] });
    const read = Body.safeParse(JSON.parse(Buffer.concat(bytes).toString() || "null"));
    if (request.method !== "POST" || request.url !== "/v1/chat/completions" || !read.success) {
      this.unexpected.push(`${request.method} ${request.url} ${read.error ? z.prettifyError(read.error) : ""}`);
      return send(422, { error: { message: "This server does not know such a request." } });
    }
    this.asked.push(read.data);
    const said = materialOf(read.data);
    const asks = (word: Mischief) => said.includes(`--${word}`);
    if (asks("stall")) return;
    if (asks("drop")) return void response.destroy();
    if (asks("busy")) return send(429, { error: { message: "Too many requests." } }, { "retry-after": "7" });
    if (asks("quota")) return send(429, { error: { message: "You exceeded your current quota.", code: "insufficient_quota" } });
    if (asks("broken")) return send(500, { error: { message: `It broke with Bearer ${LANGUAGE_KEY}.` } });
    if (asks("badgateway")) return send(502, { error: { message: "Bad gateway." } });
    if (asks("garbled")) return send(200, "{ not json");
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    const words = asks("prose")
      ? "Certainly! Here is a much better prompt for you."
      : asks("cut")
        ? JSON.stringify(answer).slice(0, 5)
        : asks("endless")
          ? JSON.stringify({ text: "x".repeat(300_000) })
          : JSON.stringify(answer);
    const message = {
      role: "assistant",
      content: asks("refuse") ? null : words,
      ...(asks("refuse") ? { refusal: "I will not help with that." } : {}),
    };
    const usage = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150, ...(asks("priced") ? { cost: 0.0123 } : {}) };
    send(200, {
      id: "chat-1",
      object: "chat.completion",
      created: 1,
      model: read.data.model,
      choices: [{ index: 0, message, finish_reason: asks("cut") ? "length" : asks("filter") ? "content_filter" : "stop" }],
      ...(asks("free") ? {} : { usage }),
    });
  }
}

/** What people wrote, of a question. */
export function materialOf({ messages: [, { content }] }: Asked): string {
  return typeof content === "string" ? content : content.map((part) => (part.type === "text" ? part.text : "")).join("");
}
