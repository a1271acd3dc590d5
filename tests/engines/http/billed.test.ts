import fc from "fast-check";
import { expect, test } from "vitest";
import { isSignedByFal } from "@/lib/engines/fal/webhook";
import { costOfFigure, costOfTokens, costOfUnits, unitMicrosOf } from "@/lib/engines/http/billed";
import { perImage } from "@/lib/engines/http/model";
import { OPENAI_MODELS } from "@/lib/engines/openai/models";
import { requestOf, SUBJECTS } from "../adapters/subjects";

const [subject] = SUBJECTS;
const [model] = OPENAI_MODELS;
if (!subject || !model) throw new Error("nothing to reckon with");
const order = (enteredMicros: number | null = null) => ({ request: requestOf(subject, { enteredMicros }), model });

test("tokens cost what the price list says, rounded up; a lead's own price is not overruled by it", () => {
  expect(costOfTokens(order(), { text: 40, image: 10, output: 1_756 })).toBe(52_960n);
  expect(costOfTokens(order(), { text: 1, image: 0, output: 1 })).toBe(35n);
  expect(costOfTokens(order(70_000), { text: 40, image: 10, output: 1_756 })).toBeNull();
});

test("a figure that is none is never a price", () => {
  for (const output of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])
    expect(costOfTokens(order(), { text: 1, image: 1, output })).toBeNull();
  for (const units of [null, "", " ", "many", "-1", "1e12", "Infinity"]) expect(costOfUnits(units, 40_000)).toBeNull();
  expect(costOfUnits("5", null)).toBeNull();
  const units = fc.record({ units: fc.integer({ min: 0, max: 10_000 }), micros: fc.integer({ min: 0, max: 10_000_000 }) });
  fc.assert(
    fc.property(units, ({ units: counted, micros }) => {
      expect(costOfUnits(String(counted), micros)).toBe(BigInt(counted) * BigInt(micros));
    }),
    { numRuns: 40 },
  );
});

test("a unit costs what a lead entered, else what the catalogue says, else nobody knows", () => {
  const of = (pricing: typeof model.pricing, enteredMicros: number | null) =>
    unitMicrosOf({ ...order(enteredMicros), model: { ...model, pricing } });
  expect(of(perImage(6, 9), 70)).toBe(70);
  expect(of(perImage(9), null)).toBe(9);
  expect(of(null, null)).toBeNull();
});

test("fal's keys that cannot be read are not asked for again at once, however many messages come", async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return new Response("no", { status: 503 });
  };
  const message = (receivedAtMs: number) => ({
    headers: new Map([["x-fal-webhook-signature", "00"]]),
    body: new Uint8Array(),
    receivedAtMs,
    runId: "r1",
    connection: null,
  });
  const at = (ms: number) => isSignedByFal(message(ms), ask);
  expect(await Promise.all(Array.from({ length: 20 }, () => at(1_000)))).toEqual(Array(20).fill(false));
  expect(await at(60_000)).toBe(false);
  expect(asked).toBe(1);
  expect(await at(61_001)).toBe(false);
  expect(asked).toBe(2);
});

test("a provider's own figure is rounded to micro-dollars; one that is none is none", () => {
  expect([4, 0, 0.00005].map((credits) => costOfFigure(credits, 10_000))).toEqual([40_000n, 0n, 1n]);
  expect(costOfFigure(1.2, 1, Math.ceil)).toBe(2n);
  expect([null, undefined, -400, Number.NaN, 1e15, Number.MAX_VALUE].map((credits) => costOfFigure(credits, 10_000))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});
