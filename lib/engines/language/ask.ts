import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, NoObjectGeneratedError, Output } from "ai";
import { z } from "zod";
import type { LanguageModel, TokenUse } from "@/lib/domain/engine/language";
import { type HelpFailure, HelpFailureKind } from "@/lib/domain/help/failure";
import { redact } from "@/lib/domain/log/redact";
import type { Connection } from "../engine";
import { type Answer, type Channel, ExchangeError, exchange, type Recording } from "../http/exchange";
import { failureOf } from "../http/failure-of";
import { retryAfterMs } from "../http/retry-after";
import { authorisationOf } from "./authorisation";

/** A question to a language model. */
export interface LanguageQuestion<Value> {
  /** What it is to do, and that what follows is material. Ours alone: nothing a person wrote stands here. */
  readonly instructions: string;
  /** What people wrote, as material. */
  readonly material: string;
  readonly pictures: readonly { readonly mimeType: string; readonly bytes: Uint8Array }[];
  /** What an answer has to be. */
  readonly schema: z.ZodType<Value>;
  readonly maxOutputTokens: number;
}

export type LanguageAnswer<Value> =
  /** `costMicros`: the server's own figure, or null where it gives none. */
  | { readonly kind: "answered"; readonly value: Value; readonly use: TokenUse | null; readonly costMicros: bigint | null }
  /** Nothing of use came. `use` and `costMicros` say what it cost all the same; both null: nothing is owed. */
  | {
      readonly kind: "failed";
      readonly failure: HelpFailure;
      readonly use: TokenUse | null;
      readonly costMicros: bigint | null;
      /** How long the server asked us to wait; null where it did not. Milliseconds. */
      readonly retryAfterMs: number | null;
    }
  /** The server may have answered, and charged: it is not asked again. */
  | { readonly kind: "ambiguous"; readonly reason: string };

export interface LanguageTools {
  readonly observe?: (recording: Recording) => void;
  readonly timeoutMs?: number;
}

// It would write to the log that a server without schemas is only asked for JSON, which is what the connection says.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

/** Longer than a big model takes for a page. Milliseconds. */
const TIMEOUT_MS = 120_000;
/** No answer to a question of ours is as long. */
const MAX_ANSWER_CHARACTERS = 200_000;

/** What we read of an answer ourselves, because client libraries leave it out. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish(), cost: z.number().nullish() }).nullish(),
});

/**
 * Asks a language model once and reads its answer in the form we asked for. Sends one request, whatever happens: what a server may
 * have been paid for is never sent again. The raw answer is kept beside the library's reading of it, for reasons, tokens and cost.
 */
export async function askLanguageModel<Value>(
  question: LanguageQuestion<Value>,
  model: LanguageModel,
  connection: Connection,
  signal: AbortSignal,
  tools: LanguageTools = {},
): Promise<LanguageAnswer<Value>> {
  const secrets = [connection.apiKey];
  const baseUrl = connection.baseUrl ?? "";
  const heard: { answer: Answer | null; silence: unknown } = { answer: null, silence: null };
  const channel: Channel = {
    baseUrl,
    keyHosts: [],
    authorisation: authorisationOf(connection),
    connection,
    signal,
    timeoutMs: tools.timeoutMs ?? TIMEOUT_MS,
    ...(tools.observe ? { observe: tools.observe } : {}),
  };
  const provider = createOpenAICompatible({
    name: "language",
    baseURL: baseUrl,
    supportsStructuredOutputs: model.asksBySchema,
    transformRequestBody: (body) => inOwnWords(body, baseUrl),
    fetch: async (address, init) => {
      try {
        const body: unknown = JSON.parse(typeof init?.body === "string" ? init.body : "null");
        heard.answer = await exchange({ method: "POST", path: String(address), json: body }, channel);
      } catch (error) {
        heard.silence = error;
        throw error;
      }
      const { status, headers, bytes } = heard.answer;
      return new Response(new Uint8Array(bytes), { status, headers });
    },
  });
  try {
    const { output } = await generateText({
      model: provider(model.name),
      instructions: question.instructions,
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: question.material },
            ...question.pictures.map(({ mimeType, bytes }) => ({ type: "file" as const, mediaType: mimeType, data: bytes })),
          ],
        },
      ],
      output: Output.object({ schema: question.schema }),
      maxOutputTokens: question.maxOutputTokens,
      maxRetries: 0,
      abortSignal: signal,
    });
    const refused = heard.answer && refusalIn(heard.answer);
    const paid = paidFor(heard.answer);
    return refused ? { kind: "failed", failure: refused, ...paid, retryAfterMs: null } : { kind: "answered", value: output, ...paid };
  } catch (error) {
    signal.throwIfAborted();
    if (heard.answer) return readFailure(heard.answer, error, secrets);
    if (heard.silence instanceof ExchangeError) return afterSilence(heard.silence, secrets);
    throw error;
  }
}

/** OpenAI's own server takes the length of an answer by another name than the servers that follow it. */
function inOwnWords(body: Record<string, unknown>, baseUrl: string): Record<string, unknown> {
  if (new URL(baseUrl).hostname !== "api.openai.com") return body;
  const { max_tokens: limit, ...rest } = body;
  return limit === undefined ? rest : { ...rest, max_completion_tokens: limit };
}

function afterSilence({ kind, message }: ExchangeError, secrets: readonly string[]): LanguageAnswer<never> {
  const reason = redact(message, secrets);
  if (kind === "maybe-sent") return { kind: "ambiguous", reason };
  return {
    kind: "failed",
    failure: { kind: "engine-fault", reason: `It could not be reached: ${reason}` },
    use: null,
    costMicros: null,
    retryAfterMs: null,
  };
}

/** An answer that cannot be used: refused, cut off, in another form, or an error. */
function readFailure(answer: Answer, error: unknown, secrets: readonly string[]): LanguageAnswer<never> {
  if (answer.status >= 300) {
    if (answer.status === 502 || answer.status === 504)
      return { kind: "ambiguous", reason: `It answered ${answer.status}; the model behind it may have answered all the same.` };
    const retryAfter = retryAfterMs(answer.headers.get("retry-after"), Date.now());
    return { kind: "failed", failure: failureIn(answer, retryAfter, secrets), use: null, costMicros: null, retryAfterMs: retryAfter };
  }
  const paid = paidFor(answer);
  const refused = refusalIn(answer);
  if (refused) return { kind: "failed", failure: { ...refused, reason: redact(refused.reason, secrets) }, ...paid, retryAfterMs: null };
  const { choices } = Completion.safeParse(answer.json).data ?? { choices: [] };
  const reason =
    choices[0]?.finish_reason === "length"
      ? "The answer was cut off because it was too long."
      : NoObjectGeneratedError.isInstance(error) || choices.length > 0
        ? "The answer is not in the form that was asked for."
        : "The answer is none that a language model gives.";
  return { kind: "failed", failure: { kind: "unusable", reason }, ...paid, retryAfterMs: null };
}

function failureIn(answer: Answer, waitMs: number | null, secrets: readonly string[]): HelpFailure {
  const { kind, reason } = failureOf(answer, secrets);
  const wait = waitMs === null || kind !== "rate-limited" ? "" : ` It asks to wait ${Math.ceil(waitMs / 1000)} s.`;
  return {
    // Ends of runs that a question cannot have: the server failed.
    kind: HelpFailureKind.safeParse(kind).data ?? "engine-fault",
    reason: `${reason}${wait}`.trim(),
  };
}

/** What a model says instead of answering: its own words, or the filter of the server. */
function refusalIn(answer: Answer): HelpFailure | null {
  const [choice] = Completion.safeParse(answer.json).data?.choices ?? [];
  const words = choice?.message?.refusal ?? "";
  if (words !== "") return { kind: "refused", reason: words.slice(0, 500) };
  if (choice?.finish_reason === "content_filter") return { kind: "refused", reason: "The server's filter stopped the answer." };
  if ((choice?.message?.content ?? "").length > MAX_ANSWER_CHARACTERS) return { kind: "unusable", reason: "The answer is far too long." };
  return null;
}

function paidFor(answer: Answer | null): { readonly use: TokenUse | null; readonly costMicros: bigint | null } {
  const usage = Completion.safeParse(answer?.json).data?.usage;
  const [input, output, cost] = [usage?.prompt_tokens, usage?.completion_tokens, usage?.cost];
  return {
    use: isCount(input) && isCount(output) ? { input, output } : null,
    costMicros: isCount(cost) ? BigInt(Math.round(cost * 1_000_000)) : null,
  };
}

/** Servers say strange things; a figure that is none is not reckoned with. */
const isCount = (figure: number | null | undefined): figure is number =>
  figure !== null && figure !== undefined && Number.isFinite(figure) && figure >= 0 && figure < 1e9;
