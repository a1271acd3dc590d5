import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "@/lib/domain/log/redact";
import { ExchangeError, exchange } from "@/lib/engines/http/exchange";
import { failureOf } from "@/lib/engines/http/failure-of";
import { retryAfterMs } from "@/lib/engines/http/retry-after";

const answer = (status: number, json: unknown) => ({
  status,
  json,
  headers: new Headers(),
  bytes: new TextEncoder().encode(JSON.stringify(json)),
});

describe("redaction", () => {
  test("a secret never survives, wherever it stands and however it is written in an address", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_/+=-]{8,40}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (key, before, after) => {
        expect(redact(`${before}${key}${after} https://x/?key=${encodeURIComponent(key)}`, [key])).not.toContain(key);
      }),
    );
  });

  test.each([
    "Authorization: Bearer abcdefgh12345678",
    '{"api_key":"abcdefgh12345678"}',
    "https://host/file?key=abcdefgh12345678&alt=media",
    "x-key: abcdefgh12345678",
    "Wrong key: abcdefgh12345678",
  ])("%s loses its key though nobody named it", (text) => {
    expect(redact(text)).not.toContain("abcdefgh12345678");
  });

  test("ordinary words stay", () => {
    for (const words of ["The model is overloaded, try again.", 'Unrecognized key: "strength"', "Invalid token: expected a comma"])
      expect(redact(words, ["unrelated-secret"])).toBe(words);
  });
});

describe("retry-after", () => {
  test.each([
    ["7", 7_000],
    ["0", 0],
    ["1.5", 1_500],
    ["86400", 3_600_000],
    ["Thu, 01 Jan 1970 00:00:30 GMT", 20_000],
    ["Thu, 01 Jan 1970 00:00:01 GMT", 0],
    ["soon", null],
    [null, null],
  ])("%s", (header, ms) => {
    expect(retryAfterMs(header, 10_000)).toBe(ms);
  });
});

describe("what an error answer means", () => {
  test.each([
    [400, { error: { message: "Your request was flagged by our content moderation system." } }, "refused"],
    [422, { detail: [{ msg: "content_policy_violation" }] }, "refused"],
    [400, { error: "aspect_ratio must be one of 1:1, 16:9" }, "invalid-input"],
    [404, { detail: "no such model" }, "invalid-input"],
    [402, {}, "quota"],
    [403, { detail: "User is locked. Reason: Exhausted balance." }, "quota"],
    [429, { error: { message: "Rate limit reached" } }, "rate-limited"],
    [429, { error: { message: "You exceeded your current quota" } }, "quota"],
    [401, { error: { message: "Incorrect API key" } }, "engine-fault"],
    [408, {}, "timeout"],
    [504, {}, "timeout"],
    [503, {}, "engine-fault"],
  ] as const)("%i %j is %s", (status, body, kind) => {
    expect(failureOf(answer(status, body)).kind).toBe(kind);
  });

  test("any body gives a reason without line breaks and of bounded length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.jsonValue(), (status, body) => {
        const { reason } = failureOf(answer(status, body));
        expect(reason.length).toBeLessThanOrEqual(500);
        expect(reason).not.toMatch(/\n/);
      }),
    );
  });
});

describe("allowed hosts", () => {
  const channel = {
    baseUrl: "https://api.bfl.example",
    keyHosts: [".bfl.example"],
    authorisation: { "x-key": "secret" },
    connection: { apiKey: "secret-key", baseUrl: null, webhookSecret: null, options: {} },
    signal: new AbortController().signal,
    timeoutMs: 1_000,
  };

  test.each([
    "https://evil.example/v1/get_result?id=1",
    "https://bfl.example.evil.example/",
    "http://eu.bfl.example/plain",
    "https://eu.bfl.example:8443/",
    "http://127.0.0.1/",
  ])("the key is never sent to %s", async (path) => {
    const sent = exchange({ method: "GET", path }, channel);
    await expect(sent).rejects.toThrow(ExchangeError);
    await expect(sent).rejects.toMatchObject({ kind: "not-sent", message: expect.stringContaining("is not followed") });
  });
});
