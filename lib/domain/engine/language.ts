import { parseDollars } from "../money/micros";
import type { ConnectionNeeds } from "./connection";

/** The engine by which a workspace reaches a language model of its own. It helps with words and never makes a picture. */
export const LANGUAGE_ENGINE_ID = "language";

/** What an admin enters: any server with OpenAI's chat endpoint, hosted or one's own. */
export const LANGUAGE_NEEDS: ConnectionNeeds = {
  key: "optional",
  baseUrl: "required",
  webhookSecret: false,
  options: [
    { key: "model", label: "Model", hint: "The server's own name of it, for example gpt-5.4 or qwen3:8b", isRequired: true },
    {
      key: "inputPrice",
      label: "Dollars for a million tokens read",
      hint: "From the provider's price list; 0 on your own hardware",
      isRequired: true,
    },
    {
      key: "outputPrice",
      label: "Dollars for a million tokens written",
      hint: "From the provider's price list; 0 on your own hardware",
      isRequired: true,
    },
    { key: "pictures", label: "Sees pictures", hint: "yes or no; empty: no", values: ["yes", "no"] },
    {
      key: "answers",
      label: "Answers in a form",
      hint: "schema, or json for a server that knows no schemas; empty: schema",
      values: ["schema", "json"],
    },
  ],
};

/** A connected language model: what it is called, what it takes, what it costs. */
export interface LanguageModel {
  readonly name: string;
  readonly takesPictures: boolean;
  /** Whether the server is given the answer's schema, or only asked for JSON. */
  readonly asksBySchema: boolean;
  /** Micro-dollars for a million tokens. */
  readonly inputMicros: bigint;
  readonly outputMicros: bigint;
}

/** Reads a connection's options; a sentence where something is missing or wrong. */
export function languageModelOf(options: Readonly<Record<string, string>>): LanguageModel | string {
  const name = options.model?.trim() ?? "";
  if (name === "") return "Enter the name of the language model.";
  const inputMicros = parseDollars(options.inputPrice ?? "");
  const outputMicros = parseDollars(options.outputPrice ?? "");
  if (inputMicros === null || outputMicros === null)
    return "Enter what a million tokens cost in dollars, read and written, for example 1.25. Enter 0 for your own hardware.";
  return { name, takesPictures: options.pictures === "yes", asksBySchema: options.answers !== "json", inputMicros, outputMicros };
}

/** Tokens a question or an answer took. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
}

const MILLION = 1_000_000n;

/** The price of these tokens, rounded up to a whole micro-dollar: never less than what is owed. */
export function tokenCost({ inputMicros, outputMicros }: Pick<LanguageModel, "inputMicros" | "outputMicros">, use: TokenUse): bigint {
  const exact = BigInt(Math.ceil(use.input)) * inputMicros + BigInt(Math.ceil(use.output)) * outputMicros;
  return (exact + MILLION - 1n) / MILLION;
}

/** A token is four letters of English or one of a rarer script: between these two lies what a text takes. */
const LETTERS_A_TOKEN = { least: 4, most: 1.5 } as const;
/** What a server may count for one picture of the size we send. */
const TOKENS_A_PICTURE = { least: 85, most: 2_500 } as const;

/** What a question can take before it is asked: `most` is held. */
export function tokensOf(question: { readonly characters: number; readonly pictures: number; readonly maxOutputTokens: number }): {
  readonly least: TokenUse;
  readonly most: TokenUse;
} {
  const { characters, pictures, maxOutputTokens } = question;
  return {
    least: { input: Math.ceil(characters / LETTERS_A_TOKEN.least) + pictures * TOKENS_A_PICTURE.least, output: 1 },
    most: { input: Math.ceil(characters / LETTERS_A_TOKEN.most) + pictures * TOKENS_A_PICTURE.most, output: maxOutputTokens },
  };
}
