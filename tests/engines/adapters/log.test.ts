import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "@/lib/engines/engine";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { checkLanguageModel } from "@/lib/engines/language/check";
import { liveRegistry } from "@/lib/engines/live-registry";
import { hideInLogs, log, within } from "@/lib/log";
import { contextFor } from "../contract/follow";
import { FAKE_KEY, FakeProvider } from "../fakes/fake-provider";
import { requestOf, SUBJECTS } from "./subjects";

const HOOK = "whsec_bm9ib2R5LW1heS1zZWUtdGhpcw==";
const GOES_WRONG = ["--echo", "--broken", "--garbled", "--badgateway", "--drop"];

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  for (const kind of ["error", "log"] as const) vi.spyOn(console, kind).mockImplementation((text: string) => void lines.push(text));
});
afterEach(() => vi.restoreAllMocks());

/** Every line is one event in JSON, and none holds a secret in any spelling. */
function expectClean(count: number): void {
  expect(lines).toHaveLength(count);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      at: expect.any(String),
      level: expect.any(String),
      room: "engines",
      event: expect.any(String),
    });
    for (const secret of [FAKE_KEY, HOOK]) for (const spelt of [secret, encodeURIComponent(secret)]) expect(line).not.toContain(spelt);
  }
}

const connection = (baseUrl: string): Connection => ({
  apiKey: FAKE_KEY,
  baseUrl,
  webhookSecret: HOOK,
  options: { checkpoint: "sd_xl.safetensors" },
});
const ever = new AbortController().signal;

test.each(SUBJECTS.map((subject) => [subject.name, subject] as const))(
  "whatever goes wrong at %s is logged without the key",
  async (_, subject) => {
    hideInLogs(FAKE_KEY, HOOK);
    const fake = await new FakeProvider(subject.protocol).start();
    const engine = jobEngine(
      { ...subject.wire, submitTimeoutMs: 2_000 },
      { observe: (engineId, recording) => log.error("engines", "exchange", { engineId, ...recording }) },
    );
    const context = contextFor(new Map(), ever, connection(fake.url));
    for (const word of GOES_WRONG)
      await engine.submit(requestOf(subject, { text: `a fox ${word}` }), context).then(
        (answer) => log.error("engines", "submitted", { answer: JSON.stringify(answer) }),
        (error: unknown) => log.error("engines", "thrown", {}, error),
      );
    log.error("engines", "checked", { ...(await engine.check({ ...connection(fake.url), apiKey: `${FAKE_KEY}-wrong` }, ever)) });
    await fake.stop();
    expect(lines.length).toBeGreaterThan(GOES_WRONG.length);
    expectClean(lines.length);
  },
);

test("nor do the errors of a live engine, of a language model, or of anything that carries a request", async () => {
  hideInLogs(FAKE_KEY, HOOK);
  const nowhere = connection(`http://127.0.0.1:9/${FAKE_KEY}`);
  const live = liveRegistry().get("liveavatar");
  log.error("engines", "checked", { ...(await live?.check(nowhere, ever)) });
  log.error("engines", "checked", { ...(await checkLanguageModel(nowhere, ever)) });
  await live
    ?.open({ modelId: "m", avatarId: "a", voiceId: null, contextId: null, maxSeconds: 60 }, { connection: nowhere, signal: ever })
    .catch((error: unknown) => log.error("engines", "thrown", {}, error));
  const cause = Object.assign(new Error(`GET /v1?key=${encodeURIComponent(HOOK)} x-api-key: ${FAKE_KEY}`), {
    config: { headers: { authorization: FAKE_KEY } },
  });
  log.error("engines", "thrown", { url: `https://x.example/?token=${FAKE_KEY}` }, new Error(`Bearer ${FAKE_KEY} was refused`, { cause }));
  log.error("engines", "thrown", {}, new AggregateError([cause, `a word with ${HOOK}`], "several"));
  expectClean(5);
});

test("a line says which request, job and run it is of, and below the level nothing is said", async () => {
  await within({ jobId: "j1", runId: "r1" }, async () => {
    await Promise.resolve();
    within({ runId: "r2" }, () => log.info("worker", "followed", { looks: 3 }));
    log.debug("worker", "detail");
  });
  log.warn("worker", "alone");
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { at: expect.any(String), level: "info", room: "worker", event: "followed", jobId: "j1", runId: "r2", looks: 3 },
    { at: expect.any(String), level: "warn", room: "worker", event: "alone" },
  ]);
});
