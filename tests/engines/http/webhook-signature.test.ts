import { createHash, createHmac, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { WebhookMessage } from "@/lib/engines/engine";
import { isFalWebhook, isStandardWebhook, isTimestampedHmac } from "@/lib/engines/http/webhook-signature";

const NOW = 1_800_000_000_000;
const SECONDS = String(NOW / 1000);
const BODY = Buffer.from('{"id":"job-1","status":"succeeded"}');
const KEY = Buffer.from("a key of thirty-two bytes, or so");
const SECRET = `whsec_${KEY.toString("base64")}`;

function message(headers: Record<string, string>, body: Uint8Array = BODY, receivedAtMs = NOW): WebhookMessage {
  return { headers: new Map(Object.entries(headers)), body, receivedAtMs, runId: "run-1", connection: null };
}

function standard(id = "msg_1", timestamp = SECONDS, body: Uint8Array = BODY) {
  const signature = createHmac("sha256", KEY).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

describe("Standard Webhooks", () => {
  test("an authentic message is accepted, also beside the signature of an older secret", () => {
    const headers = standard();
    expect(isStandardWebhook(message(headers), SECRET)).toBe(true);
    expect(isStandardWebhook(message({ ...headers, "webhook-signature": `v1,b2xk ${headers["webhook-signature"]}` }), SECRET)).toBe(true);
  });

  test("what the reference library signs is authentic", () => {
    const example: WebhookMessage = {
      headers: new Map([
        ["webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"],
        ["webhook-timestamp", "1614265330"],
        ["webhook-signature", "v1,APzAMjTmGJD1CHe1l3psPWqHBNm7LdzUn7zexTcoEpk="],
      ]),
      body: Buffer.from('{"test": 2432232314}'),
      receivedAtMs: 1_614_265_330_000,
      runId: null,
      connection: null,
    };
    expect(isStandardWebhook(example, "whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw")).toBe(true);
  });

  test("another body, id, secret, or none is refused", () => {
    const headers = standard();
    expect(isStandardWebhook(message(headers, Buffer.from("{}")), SECRET)).toBe(false);
    expect(isStandardWebhook(message({ ...headers, "webhook-id": "msg_2" }), SECRET)).toBe(false);
    expect(isStandardWebhook(message(headers), `whsec_${Buffer.from("another").toString("base64")}`)).toBe(false);
    expect(isStandardWebhook(message(headers), "")).toBe(false);
    expect(isStandardWebhook(message({}), SECRET)).toBe(false);
  });

  test("a message older or newer than five minutes is a replay", () => {
    expect(isStandardWebhook(message(standard(), BODY, NOW + 300_000), SECRET)).toBe(true);
    expect(isStandardWebhook(message(standard(), BODY, NOW + 301_000), SECRET)).toBe(false);
    expect(isStandardWebhook(message(standard(), BODY, NOW - 301_000), SECRET)).toBe(false);
    expect(isStandardWebhook(message(standard("msg_1", "soon")), SECRET)).toBe(false);
  });
});

describe("OpenRouter", () => {
  const signed = (timestamp = SECONDS) =>
    `t=${timestamp},v1=${createHmac("sha256", "secret").update(`${timestamp},`).update(BODY).digest("hex")}`;

  test("authentic, forged and replayed", () => {
    const check = (header: string, receivedAtMs = NOW) =>
      isTimestampedHmac(message({ "x-openrouter-signature": header }, BODY, receivedAtMs), "x-openrouter-signature", "secret");
    expect(check(signed())).toBe(true);
    expect(check(signed().replace(/.$/, (last) => (last === "0" ? "1" : "0")))).toBe(false);
    expect(check(signed(), NOW + 301_000)).toBe(false);
    expect(check("t=1")).toBe(false);
    expect(isTimestampedHmac(message({ "x-openrouter-signature": signed() }), "x-openrouter-signature", "")).toBe(false);
  });
});

describe("fal", () => {
  const pair = generateKeyPairSync("ed25519");
  const jwk = pair.publicKey.export({ format: "jwk" });
  const key = { kty: String(jwk.kty), crv: String(jwk.crv), x: String(jwk.x) };

  function headers(body: Uint8Array = BODY, timestamp = SECONDS) {
    const text = ["req-1", "user-1", timestamp, createHash("sha256").update(body).digest("hex")].join("\n");
    return {
      "x-fal-webhook-request-id": "req-1",
      "x-fal-webhook-user-id": "user-1",
      "x-fal-webhook-timestamp": timestamp,
      "x-fal-webhook-signature": sign(null, Buffer.from(text), pair.privateKey).toString("hex"),
    };
  }

  test("signed by one of the listed keys, padded or not", () => {
    expect(isFalWebhook(message(headers()), [key])).toBe(true);
    expect(isFalWebhook(message(headers()), [{ ...key, x: `${key.x}=` }])).toBe(true);
  });

  test("another key, body or time, a bent signature, a key of another kind", () => {
    const other = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
    expect(isFalWebhook(message(headers()), [{ kty: "OKP", crv: "Ed25519", x: String(other.x) }])).toBe(false);
    expect(isFalWebhook(message(headers(), Buffer.from("{}")), [key])).toBe(false);
    expect(isFalWebhook(message(headers(), BODY, NOW + 301_000), [key])).toBe(false);
    expect(isFalWebhook(message({ ...headers(), "x-fal-webhook-signature": "zz" }), [key])).toBe(false);
    expect(isFalWebhook(message(headers()), [{ kty: "RSA" }, { kty: "OKP", crv: "Ed25519", x: "short" }])).toBe(false);
    expect(isFalWebhook(message(headers()), [])).toBe(false);
  });
});
