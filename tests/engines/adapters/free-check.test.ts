import { expect, test } from "vitest";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { FAKE_KEY, FakeProvider } from "../fakes/fake-provider";
import { SUBJECTS } from "./subjects";

const ENGINES = [...new Map(SUBJECTS.map((subject) => [subject.wire.engineId, subject])).values()];

test.each(ENGINES.filter(({ wire }) => wire.check !== null).map((subject) => [subject.wire.name, subject] as const))(
  "%s: a key is tried without a submit, a wrong one is refused, and a gateway that knows no such address says nothing of it",
  async (name, { wire, protocol }) => {
    const fake = await new FakeProvider(protocol).start();
    const gateway = await new FakeProvider({ ...protocol, answer: () => null }).start();
    // fal is tried at another address of its own, and only over a connection to fal: its own test has that.
    const checked = async (apiKey: string, baseUrl: string) => {
      const connection = { apiKey, baseUrl, webhookSecret: null, options: { checkpoint: "sd_xl.safetensors" } };
      return (await jobEngine(wire).check(connection, new AbortController().signal)).outcome;
    };
    const { url } = fake;
    expect(["answers", "untestable"]).toContain(await checked(FAKE_KEY, url));
    expect(await checked(FAKE_KEY, gateway.url)).toBe("untestable");
    if (wire.check?.baseUrl === undefined && name !== "ComfyUI") expect(await checked(`${FAKE_KEY}-wrong`, url)).toBe("key-refused");
    expect(fake.submits).toEqual([]);
    await Promise.all([fake.stop(), gateway.stop()]);
    expect(await checked(FAKE_KEY, url)).toBe(wire.check?.baseUrl === undefined ? "unreachable" : "untestable");
  },
);

test.each([
  ["Kling", "answers", ""],
  ["GMI Cloud", "answers", ""],
  ["Alibaba Cloud", "answers", ""],
  ["Krea", "untestable", "Krea did not refuse the key; whether it works cannot be tried without spending."],
])("%s, which lists no account, is tried by a read of its own: %s", async (name, outcome, reason) => {
  const subject = ENGINES.find(({ wire }) => wire.name === name);
  if (!subject) throw new Error(`no ${name}`);
  const fake = await new FakeProvider(subject.protocol).start();
  const connection = { apiKey: FAKE_KEY, baseUrl: fake.url, webhookSecret: null, options: {} };
  expect(await jobEngine(subject.wire).check(connection, new AbortController().signal)).toEqual({ outcome, reason });
  expect(fake.unexpected).toEqual([]);
  await fake.stop();
});

test("an engine with no free call says plainly that its key cannot be tried without spending", async () => {
  const [subject] = ENGINES;
  if (!subject) throw new Error("no engine");
  const connection = { apiKey: FAKE_KEY, baseUrl: null, webhookSecret: null, options: {} };
  expect(await jobEngine({ ...subject.wire, check: null }).check(connection, new AbortController().signal)).toEqual({
    outcome: "untestable",
    reason: `${subject.wire.name} has no call that costs nothing: its key cannot be tried without spending. The first run will tell.`,
  });
});
