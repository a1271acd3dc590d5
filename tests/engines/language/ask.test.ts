import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { languageModelOf, tokenCost } from "@/lib/domain/engine/language";
import type { Connection } from "@/lib/engines/engine";
import type { Recording } from "@/lib/engines/http/exchange";
import { askLanguageModel } from "@/lib/engines/language/ask";
import { checkersOf, registry } from "@/lib/engines/registry";
import { noisePng } from "../../support/pictures";
import { LANGUAGE_KEY, LanguageServer, materialOf } from "../fakes/language-server";

let server: LanguageServer;
let recordings: Recording[];
beforeAll(async () => {
  server = await new LanguageServer().start();
  return () => server.stop();
});
beforeEach(() => {
  recordings = [];
  server.asked.length = 0;
  server.answers = [{ text: "a quiet harbour" }];
});
afterAll(() => {
  expect(server.unexpected).toEqual([]);
});

const OPTIONS = { model: "qwen3:8b", inputPrice: "1.25", outputPrice: "10" };

function model(options: Record<string, string> = {}) {
  const read = languageModelOf({ ...OPTIONS, ...options });
  if (typeof read === "string") throw new Error(read);
  return read;
}

const connection = (apiKey = LANGUAGE_KEY): Connection => ({ apiKey, baseUrl: server.url, webhookSecret: null, options: OPTIONS });

async function ask(material: string, more: { pictures?: Uint8Array[]; json?: boolean; timeoutMs?: number; to?: Connection } = {}) {
  const answer = await askLanguageModel(
    {
      instructions: "Rewrite what follows.",
      material,
      pictures: (more.pictures ?? []).map((bytes) => ({ mimeType: "image/png", bytes })),
      schema: z.strictObject({ text: z.string().max(1_000) }),
      maxOutputTokens: 200,
    },
    model(more.json ? { answers: "json" } : {}),
    more.to ?? connection(),
    new AbortController().signal,
    { observe: (recording) => recordings.push(recording), ...(more.timeoutMs ? { timeoutMs: more.timeoutMs } : {}) },
  );
  expect(JSON.stringify([answer, recordings], (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(LANGUAGE_KEY);
  return answer;
}

describe("a question to a language model", () => {
  test("is one request with the schema of its answer; tokens come back with the answer", async () => {
    expect(await ask("a harbour")).toEqual({
      kind: "answered",
      value: { text: "a quiet harbour" },
      use: { input: 100, output: 50 },
      costMicros: null,
    });
    expect(server.asked).toMatchObject([{ model: "qwen3:8b", max_tokens: 200, response_format: { type: "json_schema" } }]);
    expect(recordings).toHaveLength(1);
  });

  test("asks a server without schemas for JSON, and shows a picture to one that sees", async () => {
    await ask("a harbour", { json: true, pictures: [new Uint8Array(await noisePng(8))] });
    const [asked] = server.asked;
    expect(asked?.response_format).toEqual({ type: "json_object" });
    expect(asked?.messages[1].content).toMatchObject([{ type: "text" }, { type: "image_url" }]);
    expect(asked && materialOf(asked)).toBe("a harbour");
  });

  test("takes the server's own figure for its cost, and none where it gives none", async () => {
    expect(await ask("a harbour --priced")).toMatchObject({ costMicros: 12_300n });
    expect(await ask("a harbour --free")).toMatchObject({ use: null, costMicros: null });
  });

  test.each([
    ["--busy", "rate-limited", /7 s/],
    ["--quota", "quota", /quota/],
    ["--broken", "engine-fault", /It broke/],
  ] as const)("that is turned down with %s is %s and costs nothing", async (word, kind, reason) => {
    expect(await ask(`a harbour ${word}`)).toMatchObject({
      kind: "failed",
      failure: { kind, reason: expect.stringMatching(reason) },
      use: null,
      costMicros: null,
    });
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    ["--refuse", "refused", "I will not help with that."],
    ["--filter", "refused", "The server's filter stopped the answer."],
    ["--cut", "unusable", "The answer was cut off because it was too long."],
    ["--prose", "unusable", "The answer is not in the form that was asked for."],
    ["--endless", "unusable", expect.any(String)],
  ])("whose answer is of no use (%s) says why, and what it cost", async (word, kind, reason) => {
    expect(await ask(`a harbour ${word}`)).toMatchObject({ kind: "failed", failure: { kind, reason }, use: { input: 100, output: 50 } });
    expect(server.asked).toHaveLength(1);
  });

  test.each(["--drop", "--badgateway", "--stall"])("that may have been answered (%s) is ambiguous and not sent again", async (word) => {
    expect(await ask(`a harbour ${word}`, { timeoutMs: 150 })).toMatchObject({ kind: "ambiguous" });
    expect(server.asked).toHaveLength(1);
  });

  test("answered with something that is no completion at all is unusable", async () => {
    expect(await ask("a harbour --garbled")).toMatchObject({ kind: "failed", failure: { kind: "unusable" } });
  });

  test("with a wrong key, or to nobody, is a fault that owes nothing and repeats no key", async () => {
    expect(await ask("a harbour", { to: connection("wrong-key-0123456789") })).toMatchObject({
      failure: { kind: "engine-fault", reason: expect.not.stringContaining("wrong-key-0123456789") },
    });
    const nobody = { ...connection(), baseUrl: "http://127.0.0.1:3/v1" };
    expect(await ask("a harbour", { to: nobody })).toMatchObject({ failure: { kind: "engine-fault" }, use: null });
    expect(server.asked).toHaveLength(0);
  });
});

describe("a connection to a language model", () => {
  const check = checkersOf(registry()).get("language");

  test("is tested with a call that costs nothing", async () => {
    const { signal } = new AbortController();
    expect(await check?.check(connection(), signal)).toEqual({ outcome: "answers", reason: "" });
    expect(await check?.check(connection("wrong-key-0123456789"), signal)).toMatchObject({ outcome: "key-refused" });
    expect(await check?.check({ ...connection(), baseUrl: null }, signal)).toMatchObject({ outcome: "unreachable" });
    expect(server.asked).toHaveLength(0);
  });

  test("names its model and its prices, in dollars for a million tokens", () => {
    expect(tokenCost(model(), { input: 100, output: 50 })).toBe(625n);
    expect(tokenCost(model({ inputPrice: "0", outputPrice: "0" }), { input: 100, output: 50 })).toBe(0n);
    expect(languageModelOf({ ...OPTIONS, model: " " })).toMatch(/name/);
    expect(languageModelOf({ ...OPTIONS, inputPrice: "cheap" })).toMatch(/million tokens/);
    expect(languageModelOf({ model: "m", inputPrice: "1" })).toMatch(/million tokens/);
  });
});
