import { quote } from "@/lib/domain/engine/pricing";
import { redact } from "@/lib/domain/log/redact";
import { pixelSize } from "@/lib/domain/prompt/recipe";
import type { Failure } from "@/lib/domain/run/failure";
import type {
  Cancelled,
  Checked,
  Connection,
  Engine,
  EngineContext,
  EngineOutput,
  EngineRequest,
  Estimate,
  EstimateRequest,
  Found,
  Heard,
  Operation,
  Polled,
  Sought,
  Submitted,
  WebhookMessage,
} from "../engine";
import { checkConnection } from "./check-connection";
import { isBusy, mayHaveArrived } from "./doubt";
import { EngineFault } from "./engine-fault";
import { ErrorAnswers } from "./error-answers";
import { type Answer, type Channel, ExchangeError, exchange, type Outgoing, type Recording } from "./exchange";
import { reasonIn } from "./failure-of";
import { fetchOutput } from "./fetch-output";
import { findListed } from "./find-listed";
import { refusalOf } from "./refusal-of";
import { operationOf, outputOf, type Stored, storedIn } from "./stored-operation";
import type { LoadedReference, Order, Seen, Wire, WireList, WireModel, WireOutput } from "./wire";

const SUBMIT_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 2_000;
const LOOK_TIMEOUT_MS = 30_000;

export interface EngineTools {
  /** Sees every exchange, without keys. */
  readonly observe?: (engineId: string, recording: Recording) => void;
  readonly now?: () => number;
  /** How long a look may take. Milliseconds. */
  readonly lookTimeoutMs?: number;
}

/** Makes an engine of a provider's wire. Holds no state: any process can go on with what another one began. */
export function jobEngine<Model extends WireModel>(wire: Wire<Model>, tools: EngineTools = {}): Engine {
  return new JobEngine(wire, tools);
}

class JobEngine<Model extends WireModel> implements Engine {
  readonly id: string;
  readonly lookEveryMs: number;
  readonly find?: (sought: Sought, context: EngineContext) => Promise<Found>;

  constructor(
    private readonly wire: Wire<Model>,
    private readonly tools: EngineTools,
  ) {
    this.id = wire.engineId;
    this.lookEveryMs = wire.lookEveryMs ?? LOOK_EVERY_MS;
    const { list } = wire;
    if (list) this.find = (sought, context) => this.found(list, sought, context);
  }

  capabilities() {
    return this.wire.models.flatMap(({ accepts, pricing }) => (pricing === null ? [] : [{ ...accepts, pricing }]));
  }

  estimate({ modelId, aspectRatio, ...priced }: EstimateRequest): Estimate {
    const model = this.capabilities().find((candidate) => candidate.modelId === modelId);
    if (!model) throw new RangeError(`${this.wire.name} has no priced model ${modelId}`);
    return quote(model.pricing, { ...priced, ...pixelSize(aspectRatio, model.longSide[priced.quality]) });
  }

  async submit(request: EngineRequest, context: EngineContext): Promise<Submitted> {
    const model = this.wire.models.find(({ accepts }) => accepts.modelId === request.modelId);
    const reason = model ? refusalOf(request, model) : `${this.wire.name} has no model ${request.modelId}.`;
    const { connection } = context;
    if (!model || reason !== null) return rejected({ kind: "invalid-input", reason: reason ?? "" });
    if (connection === null || this.baseUrl(connection) === "")
      return rejected({ kind: "engine-fault", reason: `${this.wire.name} is not connected.` });
    const size = pixelSize(request.aspectRatio, model.accepts.longSide[request.quality]);
    const callbackUrl = this.canVerify(connection) ? context.callbackUrl : null;
    const references = await this.references(request, context);
    const tooLarge = this.tooLarge(references);
    if (tooLarge !== null) return rejected({ kind: "invalid-input", reason: tooLarge });
    const order = { request, model, connection, callbackUrl, ...size, references };
    const answer = await this.send(
      this.wire.start(order),
      connection,
      context.signal,
      this.wire.submitTimeoutMs ?? SUBMIT_TIMEOUT_MS,
    ).catch((error: unknown) => error);
    if (!isAnswer(answer)) return this.afterSilence(answer);
    return this.afterAnswer(answer, order, context);
  }

  /** With their bytes as the provider wants them, strongest first. */
  private references(request: EngineRequest, context: EngineContext): Promise<readonly LoadedReference[]> {
    const used = request.references.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return Promise.all(
      used.map(async (reference) => {
        const loaded = { ...reference, bytes: await context.readReference(reference.sha256) };
        return this.wire.prepared ? this.wire.prepared(loaded) : loaded;
      }),
    );
  }

  private tooLarge(references: readonly LoadedReference[]): string | null {
    const most = this.wire.maxReferenceBytes ?? Number.POSITIVE_INFINITY;
    const reference = references.find(({ bytes }) => bytes.byteLength > most);
    if (!reference) return null;
    const [has, takes] = [reference.bytes.byteLength, most].map((bytes) => (bytes / 1_000_000).toFixed(1));
    return `The ${reference.role} reference has ${has} MB; ${this.wire.name} takes at most ${takes} MB.`;
  }

  async poll(operation: Operation, context: EngineContext): Promise<Polled> {
    const stored = storedIn(operation, this.id);
    if (stored === null) return failed({ kind: "engine-fault", reason: `This operation was not made by ${this.wire.name}.` }, 0n);
    if (stored.job === null) {
      const outputs = stored.kept.map(({ sha256, mimeType }, index) =>
        outputOf(stored, index, mimeType, () => context.readReference(sha256)),
      );
      return { state: "succeeded", outputs, costMicros: stored.costMicros === null ? null : BigInt(stored.costMicros) };
    }
    const { jobs } = this.wire;
    if (!jobs) return failed({ kind: "engine-fault", reason: `${this.wire.name} has no jobs to come back to.` }, null);
    const connection = this.connected(context);
    let seen: Seen = { state: "elsewhere", next: jobs.look(stored.job) };
    for (let answers = 0; seen.state === "elsewhere"; answers += 1) {
      if (answers > 2) throw new EngineFault(`${this.wire.name} sends from one address to the next.`);
      const answer = await this.send(seen.next, connection, context.signal, this.lookTimeoutMs);
      const end = answer.status < 300 ? null : this.errors(connection).endIn(answer);
      if (end) return failed(end, null);
      seen = jobs.seen(answer, stored.job);
    }
    return this.polled(seen, stored, context, connection);
  }

  private async found(list: WireList<Model>, { request, sentAtMs, taken }: Sought, context: EngineContext): Promise<Found> {
    const model = this.wire.models.find(({ accepts }) => accepts.modelId === request.modelId);
    if (!model) return { kind: "unclear", reason: `${this.wire.name} has no model ${request.modelId}.` };
    const connection = this.connected(context);
    const owned = taken.map((operation) => storedIn(operation, this.id)?.job).filter((job) => job != null);
    const found = await findListed(list, { request, model }, { sentAtMs, owned }, async (outgoing) => {
      const answer = await this.send(outgoing, connection, context.signal, this.lookTimeoutMs);
      if (answer.status >= 300) throw this.errors(connection).fault(answer);
      return answer;
    });
    if (found.kind !== "found") return found;
    const size = pixelSize(request.aspectRatio, model.accepts.longSide[request.quality]);
    return { kind: "found", operation: operationOf(this.id, { request, ...size }, { job: found.job, kept: [], costMicros: null }) };
  }

  async cancel(operation: Operation, context: EngineContext): Promise<Cancelled> {
    const stored = storedIn(operation, this.id);
    if (!stored?.job || !this.wire.jobs) return { kind: "too-late" };
    const known = await this.poll(operation, context);
    if (known.state === "succeeded") return { kind: "too-late" };
    if (known.state === "failed") return { kind: known.failure.kind === "cancelled" ? "cancelled" : "too-late" };
    const stop = this.wire.jobs.stop(stored.job);
    if (stop === null) return { kind: "too-late" };
    const answer = await this.send(stop, this.connected(context), context.signal, this.lookTimeoutMs);
    if (isBusy(answer.status)) throw this.errors(this.connected(context)).fault(answer);
    return { kind: answer.status < 300 ? "cancelled" : "too-late" };
  }

  async parseWebhook(message: WebhookMessage): Promise<Heard | null> {
    const { connection, runId } = message;
    const { webhooks } = this.wire;
    if (connection === null || runId === null || !webhooks || !this.canVerify(connection)) return null;
    if (!(await webhooks.isAuthentic(message, connection))) return null;
    return { runId, covered: webhooks.covers.map((name) => message.headers.get(name) ?? "") };
  }

  private canVerify({ webhookSecret }: Connection): boolean {
    const { webhooks } = this.wire;
    return webhooks !== undefined && (webhooks.signedWith === "public-key" || (webhookSecret ?? "") !== "");
  }

  check(connection: Connection, signal: AbortSignal): Promise<Checked> {
    const { check, name } = this.wire;
    const baseUrl = this.baseUrl(connection);
    const isProvider = baseUrl.replace(/\/+$/, "") === this.wire.baseUrl;
    return checkConnection({ name, baseUrl, secrets: secretsOf(connection), isProvider }, check, (asked) =>
      this.send(asked, connection, signal, this.lookTimeoutMs, asked.baseUrl ?? baseUrl),
    );
  }

  /** No answer came: only when nothing can have arrived is the run over. */
  private afterSilence(error: unknown): Submitted {
    if (!(error instanceof ExchangeError)) throw error;
    if (error.kind === "not-sent")
      return rejected({ kind: "engine-fault", reason: `${this.wire.name} could not be reached: ${error.message}` });
    return { kind: "ambiguous", reason: `${this.wire.name} may have received this run: ${error.message}` };
  }

  private async afterAnswer(answer: Answer, order: Order<Model>, context: EngineContext): Promise<Submitted> {
    const { connection } = order;
    if (mayHaveArrived(answer.status, this.wire.faultsAreFinal ?? false)) {
      return {
        kind: "ambiguous",
        reason: `${this.wire.name} answered ${answer.status}; it may have taken this run all the same. ${reasonIn(answer, secretsOf(connection))}`,
      };
    }
    if (answer.status >= 300) {
      const errors = this.errors(connection);
      return { ...rejected(errors.failure(answer)), retryAfterMs: errors.waitMs(answer) };
    }
    try {
      const accepted = this.wire.accepted(answer, order);
      switch (accepted.kind) {
        case "failed":
          return rejected(accepted.failure);
        case "job":
          return { kind: "accepted", operation: operationOf(this.id, order, { job: accepted.job, kept: [], costMicros: null }) };
        case "done": {
          if (accepted.outputs.length === 0) return rejected({ kind: "empty", reason: "The answer has no output." });
          const kept = [];
          for (const output of accepted.outputs.slice(0, order.request.seeds.length)) {
            const bytes = "bytes" in output ? output.bytes : await this.fetched(output.url, context.signal, connection);
            kept.push({ sha256: await context.keep(bytes), mimeType: output.mimeType });
          }
          return { kind: "accepted", operation: operationOf(this.id, order, { job: null, kept, costMicros: accepted.costMicros }) };
        }
        default:
          return accepted satisfies never;
      }
    } catch (error) {
      const reason = redact(error instanceof Error ? error.message : String(error), secretsOf(connection)).slice(0, 300);
      return { kind: "ambiguous", reason: `${this.wire.name} took this run, but its answer could not be used: ${reason}` };
    }
  }

  private polled(seen: Exclude<Seen, { state: "elsewhere" }>, stored: Stored, context: EngineContext, connection: Connection): Polled {
    switch (seen.state) {
      case "queued":
        return seen;
      case "processing":
        return { ...seen, progress: seen.progress === null ? null : Math.min(1, Math.max(0, seen.progress)), previews: [], outputs: [] };
      case "failed":
        return failed({ ...seen.failure, reason: redact(seen.failure.reason, secretsOf(connection)) }, seen.costMicros);
      case "succeeded": {
        const wanted = seen.outputs.slice(0, stored.seeds.length);
        if (wanted.length === 0) return failed({ kind: "empty", reason: "The provider finished without an output." }, seen.costMicros);
        return {
          state: "succeeded",
          outputs: wanted.map((output, index) => this.output(output, stored, index, context, connection)),
          costMicros: seen.costMicros,
        };
      }
      default:
        return seen satisfies never;
    }
  }

  private fetched(url: string, signal: AbortSignal, connection: Connection): Promise<Uint8Array> {
    const base = this.baseUrl(connection);
    const { origin } = new URL(base);
    return fetchOutput(url, base, {
      signal,
      trustedOrigins: connection.baseUrl === null ? [] : [origin],
      ...(this.wire.outputsNeedKey ? { credentials: { origin, headers: this.wire.authorisation(connection) } } : {}),
    });
  }

  private output(output: WireOutput, stored: Stored, index: number, context: EngineContext, connection: Connection): EngineOutput {
    const read = async () => ("bytes" in output ? output.bytes : this.fetched(output.url, context.signal, connection));
    const made = outputOf(stored, index, output.mimeType, read);
    return output.seed === undefined ? made : { ...made, seed: output.seed };
  }

  private connected({ connection }: EngineContext): Connection {
    if (connection === null) throw new EngineFault(`${this.wire.name} is not connected any more.`);
    return connection;
  }

  private errors(connection: Connection): ErrorAnswers {
    return new ErrorAnswers(this.wire, secretsOf(connection), this.tools.now);
  }

  private get lookTimeoutMs(): number {
    return this.tools.lookTimeoutMs ?? LOOK_TIMEOUT_MS;
  }

  private baseUrl(connection: Connection): string {
    return connection.baseUrl ?? this.wire.baseUrl;
  }

  private send(
    outgoing: Outgoing,
    connection: Connection,
    signal: AbortSignal,
    timeoutMs: number,
    baseUrl = this.baseUrl(connection),
  ): Promise<Answer> {
    const { observe } = this.tools;
    const channel: Channel = {
      baseUrl,
      keyHosts: this.wire.keyHosts,
      authorisation: this.wire.authorisation(connection),
      connection,
      signal,
      timeoutMs,
      ...(observe ? { observe: (recording: Recording) => observe(this.id, recording) } : {}),
    };
    return exchange(outgoing, channel);
  }
}

const isAnswer = (answer: unknown): answer is Answer =>
  typeof answer === "object" && answer !== null && "status" in answer && "bytes" in answer;
const secretsOf = ({ apiKey, webhookSecret }: Connection) => [apiKey, webhookSecret ?? ""];
const rejected = (failure: Failure) => ({ kind: "rejected", failure }) as const;
const failed = (failure: Failure, costMicros: bigint | null): Polled => ({ state: "failed", failure, costMicros });
