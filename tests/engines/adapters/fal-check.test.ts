import { afterAll, beforeAll, expect, test } from "vitest";
import { FAL_WIRE } from "@/lib/engines/fal/wire";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { FAKE_KEY, FakeProvider } from "../fakes/fake-provider";
import { FAL } from "../fakes/protocols";

let fake: FakeProvider;
let asked = 0;
beforeAll(async () => {
  const isAuthorised: typeof FAL.isAuthorised = (headers) => {
    asked += 1;
    return FAL.isAuthorised(headers);
  };
  fake = await new FakeProvider({ ...FAL, isAuthorised }).start();
});
afterAll(() => fake.stop());

/** fal with its prices at `at`, tested with a key over a connection to fal itself or to another address. */
function checked(apiKey: string, at: string, own: string | null = null) {
  const { check } = FAL_WIRE;
  if (check === null) throw new Error("fal has no free check");
  const connection = { apiKey, baseUrl: own, webhookSecret: null, options: {} };
  return jobEngine({ ...FAL_WIRE, check: { ...check, baseUrl: at } }).check(connection, new AbortController().signal);
}

test("fal's key is tested at its price list, which is elsewhere than its queue", async () => {
  expect(FAL_WIRE.check?.baseUrl).toBe("https://api.fal.ai/v1");
  expect(await checked(FAKE_KEY, fake.url)).toEqual({ outcome: "answers", reason: "" });
  expect(await checked(FAKE_KEY, fake.url, FAL_WIRE.baseUrl)).toMatchObject({ outcome: "answers" });
  expect(await checked(`${FAKE_KEY}-wrong`, fake.url)).toMatchObject({ outcome: "key-refused" });
});

test("an answer that is neither yes nor no tells nothing of the key", async () => {
  expect(await checked(FAKE_KEY, `${fake.url}/moved`)).toEqual({
    outcome: "untestable",
    reason: "fal answered 404, which says nothing about the key. The first run will tell.",
  });
});

test("a key entered for another address is never sent to fal's own", async () => {
  const before = asked;
  const { outcome, reason } = await checked(FAKE_KEY, fake.url, "https://gateway.example.com");
  expect([outcome, reason]).toEqual([
    "untestable",
    `fal tests keys at ${new URL(fake.url).host}, and this connection names another address. The first run will tell.`,
  ]);
  expect(asked).toBe(before);
});
