import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { refusalOfEndpoint } from "@/lib/domain/webhook/endpoint";
import { MAX_WEBHOOK_TRIES, outcomeOf, pauseAfter } from "@/lib/domain/webhook/schedule";
import { signedHeaders, webhookSecret } from "@/lib/domain/webhook/sign";

const secretOf = (fill: number) => webhookSecret(new Uint8Array(32).fill(fill));
const BODY = '{"type":"test","data":{"text":"größer – 字"}}';
const message = { id: "0190a0a0-0000-7000-8000-000000000000", body: BODY, sentAt: new Date() };
const isRead = (secret: string, body: string, headers: object) => {
  try {
    new Webhook(secret).verify(body, { ...headers });
    return true;
  } catch {
    return false;
  }
};

describe("a message", () => {
  test("is signed as Standard Webhooks reads it, and no other body, id, time or secret passes", async () => {
    const headers = await signedHeaders(message, [secretOf(1)]);
    expect(isRead(secretOf(1), BODY, headers)).toBe(true);
    expect(isRead(secretOf(2), BODY, headers)).toBe(false);
    expect(isRead(secretOf(1), `${BODY} `, headers)).toBe(false);
    expect(isRead(secretOf(1), BODY, { ...headers, "webhook-id": "another" })).toBe(false);
    const old = await signedHeaders({ ...message, sentAt: new Date(Date.now() - 600_000) }, [secretOf(1)]);
    expect(isRead(secretOf(1), BODY, old)).toBe(false);
  });

  test("signed with two secrets is read by whoever has either", async () => {
    const headers = await signedHeaders(message, [secretOf(1), secretOf(2)]);
    expect([1, 2, 3].map((fill) => isRead(secretOf(fill), BODY, headers))).toEqual([true, true, false]);
  });
});

describe("tries", () => {
  test("are eight, farther and farther apart, over about a day", () => {
    const pauses = Array.from({ length: MAX_WEBHOOK_TRIES }, (_, failed) => pauseAfter(failed + 1, 0.5));
    expect(pauses.at(-1)).toBeNull();
    const waits = pauses.filter((pause) => pause !== null);
    expect(waits).toHaveLength(7);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(26);
    expect([pauseAfter(1, 0), pauseAfter(1, 0.999)]).toEqual([3_750, 6_248]);
  });

  test("end with any 2xx, go on after everything else, and are over for good at 410", () => {
    expect([200, 204, 299].map(outcomeOf)).toEqual(["delivered", "delivered", "delivered"]);
    expect([null, 100, 302, 400, 404, 429, 500].map(outcomeOf)).toEqual(Array.from({ length: 7 }, () => "again"));
    expect(outcomeOf(410)).toBe("gone");
  });
});

test.each([
  ["https://shop.example.com/selects?shop=1", null],
  ["http://127.0.0.1:8080/", null],
  ["http://shop.example.com/", "Outside your own network the address must begin with https://."],
  ["ftp://shop.example.com/", "The address must begin with https://."],
  ["https://me:secret@shop.example.com/", "Leave user name and password out of the address: messages are signed."],
  ["shop.example.com", "Enter a whole address, for example https://shop.example.com/selects."],
])("%s as an endpoint: %s", (url, refusal) => {
  expect(refusalOfEndpoint(url)).toBe(refusal);
});
