import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { noisePng } from "../../support/pictures";

/** A key every fake asks for. Long enough to be noticed wherever it should not be. */
export const FAKE_KEY = "fake-secret-key-0123456789";

/** What a prompt can ask of a fake, as a word of it. */
export const MISCHIEF = [
  "--refuse",
  "--empty",
  "--fail",
  "--quota",
  "--busy",
  "--unavailable",
  "--broken",
  "--badgateway",
  "--late",
  "--drop",
  "--lost",
  "--stall",
  "--garbled",
  "--invalid",
  "--echo",
  "--shaky",
  "--odd",
  "--gone",
  "--slow",
  ...(["--look-busy", "--look-broken", "--look-late", "--look-drop", "--look-stall"] as const),
] as const;
export type Mischief = (typeof MISCHIEF)[number];

export interface FakeJob {
  readonly id: string;
  readonly prompt: string;
  readonly path: string;
  readonly body: unknown;
  readonly createdAtMs: number;
  looks: number;
  cancelled: boolean;
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** JSON, or the fields and files of a form. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a job stands when it is looked at. */
export type Phase = "queued" | "processing" | "succeeded" | "empty" | "refused" | "failed" | "cancelled";

/** A submit as a provider takes it. */
export interface FakeSubmit {
  readonly body: z.ZodType;
  readonly prompt: (body: never) => string;
}

/** One provider's protocol. Everything it receives is checked strictly: a field it does not know is a test that fails. */
export interface FakeProtocol {
  /** Whether a request carries the key as this provider wants it. */
  isAuthorised(headers: IncomingMessage["headers"]): boolean;
  /** Which requests are submits, with the schema of their body; null for every other request. */
  submit(received: Received): FakeSubmit | null | "";
  /** The answer to an accepted submit. */
  started(job: FakeJob, fake: FakeProvider): Reply | Promise<Reply>;
  /** Answers what is no submit; null for an address the provider does not have. */
  answer(received: Received, fake: FakeProvider): Reply | null | Promise<Reply | null>;
  /** How it says no to a submit, where it differs from others. */
  readonly problems?: Partial<Record<Mischief, Reply>>;
}

const USUAL_PROBLEMS: Partial<Record<Mischief, Reply>> = {
  "--quota": { status: 402, json: { error: { message: "Insufficient credits." } } },
  "--busy": { status: 429, json: { error: { message: "Too many requests." } }, headers: { "retry-after": "7" } },
  "--unavailable": { status: 503, json: { error: { message: "No capacity." } } },
  "--broken": { status: 500, json: { error: { message: "Internal error." } } },
  "--badgateway": { status: 502, bytes: Buffer.from("<html>Bad gateway</html>"), headers: { "content-type": "text/html" } },
  "--late": { status: 408, json: { error: { message: "Request timeout." } } },
  "--garbled": { status: 200, json: { surprise: true } },
  "--invalid": { status: 422, json: { detail: "The prompt is not acceptable to this model." } },
  "--echo": { status: 400, json: { error: { message: `Bad request with Authorization: Bearer ${FAKE_KEY} and key=${FAKE_KEY}` } } },
};

/** What the first look at a job meets, by the word of its prompt: an answer, a connection that ends, or no answer at all. */
const LOOK_TROUBLES: Readonly<Record<string, Reply | "drop" | "none">> = {
  "--look-busy": { status: 429, json: { error: { message: "Too many requests." } }, headers: { "retry-after": "5" } },
  "--look-broken": { status: 500, json: { error: { message: "Internal error." } } },
  "--look-late": { status: 408, json: { error: { message: "Request timeout." } } },
  "--look-drop": "drop",
  "--look-redirect": { status: 302, headers: { location: "http://169.254.169.254/latest" } },
  "--look-login": { status: 400, bytes: Buffer.from("<html>Please sign in</html>"), headers: { "content-type": "text/html" } },
  "--look-unpaid": { status: 402, json: { error: { message: "Insufficient credits." } } },
  "--look-missing": { status: 404, bytes: Buffer.from("<html>No such page</html>"), headers: { "content-type": "text/html" } },
  "--look-conflict": { status: 409, json: {} },
  "--look-blocked": { status: 451, bytes: Buffer.from("Blocked by content policy"), headers: { "content-type": "text/plain" } },
  "--look-stall": "none",
};

const PICTURE = noisePng(40).then((bytes) => new Uint8Array(bytes));

/** A stateful provider on loopback. Counts what it is asked, remembers every submit, and misbehaves when a prompt says so. */
export class FakeProvider {
  readonly submits: unknown[] = [];
  readonly files: Received[] = [];
  readonly unexpected: string[] = [];
  readonly jobs = new Map<string, FakeJob>();
  readonly picture = PICTURE;
  #server = createServer((request, response) => void this.#serve(request, response));
  #count = 0;
  /** What the look that is under way meets. */
  #trouble: Reply | "drop" | "none" | null = null;

  constructor(private readonly protocol: FakeProtocol) {}

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Address of an output of a job. */
  fileOf(job: FakeJob): string {
    return `${this.url}/files/${job.id}.png`;
  }

  job(id: string | undefined): FakeJob {
    const job = this.jobs.get(id ?? "");
    if (!job) throw new Error(`the fake has no job ${id}`);
    return job;
  }

  /** One look at a job: first queued, then processing, then its end – or what its prompt asked for. Null: answer a fault instead. */
  look(job: FakeJob): Phase | null {
    job.looks += 1;
    if (job.cancelled) return "cancelled";
    const word = job.looks === 1 ? Object.keys(LOOK_TROUBLES).find((trouble) => job.prompt.includes(trouble)) : undefined;
    if (word !== undefined) {
      this.#trouble = LOOK_TROUBLES[word] ?? null;
      return null;
    }
    if (job.prompt.includes("--shaky") && job.looks <= 2) return null;
    if (job.looks === 1) return "queued";
    if (job.looks === 2 || job.prompt.includes("--slow")) return "processing";
    if (job.prompt.includes("--refuse")) return "refused";
    if (job.prompt.includes("--empty")) return "empty";
    return job.prompt.includes("--fail") ? "failed" : "succeeded";
  }

  static readonly FAULT: Reply = { status: 503, json: { error: { message: "Try again." } }, headers: { "retry-after": "3" } };

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const received = await receive(request);
      if (received.path.startsWith("/files/")) return await this.#file(received, response);
      if (!this.protocol.isAuthorised(received.headers)) return send(response, { status: 401, json: { error: { message: "Bad key." } } });
      const submit = this.protocol.submit(received);
      const reply = submit ? await this.#submit(received, submit, response) : await this.protocol.answer(received, this);
      const trouble = reply === FakeProvider.FAULT ? this.#trouble : null;
      this.#trouble = null;
      if (trouble === "drop") return void response.destroy();
      if (trouble !== null && trouble !== "none") return send(response, trouble);
      if (reply === "none" || trouble === "none") return;
      if (reply === null) this.unexpected.push(`${received.method} ${received.path}`);
      send(response, reply ?? { status: 404, json: { error: { message: "No such address." } } });
    } catch (error) {
      this.unexpected.push(error instanceof Error ? error.message : String(error));
      send(response, { status: 418, json: { error: { message: String(error) } } });
    }
  }

  async #submit(received: Received, submit: FakeSubmit, response: ServerResponse): Promise<Reply | "none"> {
    this.submits.push(received.body);
    const parsed = submit.body.safeParse(received.body);
    if (!parsed.success) {
      this.unexpected.push(`${received.path}: ${z.prettifyError(parsed.error)}`);
      return { status: 422, json: { detail: z.prettifyError(parsed.error) } };
    }
    const prompt = submit.prompt(parsed.data as never);
    if (prompt.includes("--stall")) return "none";
    if (prompt.includes("--drop")) {
      response.destroy();
      return "none";
    }
    const mischief = MISCHIEF.find((word) => prompt.includes(word));
    const problem = mischief && { ...USUAL_PROBLEMS, ...this.protocol.problems }[mischief];
    if (problem) return problem;
    this.#count += 1;
    const job: FakeJob = {
      id: `job-${this.#count}`,
      prompt,
      path: received.path,
      body: received.body,
      createdAtMs: Date.now(),
      looks: 0,
      cancelled: false,
    };
    this.jobs.set(job.id, job);
    if (prompt.includes("--lost")) {
      // It has the job; only its answer never arrives.
      response.destroy();
      return "none";
    }
    return this.protocol.started(job, this);
  }

  async #file(received: Received, response: ServerResponse): Promise<void> {
    this.files.push(received);
    const id = /^\/files\/([\w-]+)/.exec(received.path)?.[1];
    if (this.jobs.get(id ?? "")?.prompt.includes("--gone")) return send(response, { status: 404, json: {} });
    send(response, { status: 200, bytes: await this.picture, headers: { "content-type": "image/png" } });
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const url = new URL(request.url ?? "/", "http://fake");
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const bytes = Buffer.concat(parts);
  const type = request.headers["content-type"] ?? "";
  let body: unknown = null;
  if (type.startsWith("application/json")) body = JSON.parse(bytes.toString());
  else if (type.startsWith("multipart/form-data")) body = await formIn(bytes, type);
  else if (bytes.byteLength > 0) throw new Error(`a body of type ${type || "nothing"}`);
  return { method: request.method ?? "", path: url.pathname, query: url.searchParams, headers: request.headers, body };
}

async function formIn(bytes: Buffer, type: string): Promise<Record<string, string[]>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const fields: Record<string, string[]> = {};
  for (const [key, value] of form)
    fields[key] = [...(fields[key] ?? []), typeof value === "string" ? value : `<${value.type} ${value.size}>`];
  return fields;
}

function send(response: ServerResponse, { status, json, bytes, headers }: Reply): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers });
  response.end(bytes ?? (json === undefined ? "" : JSON.stringify(json)));
}
