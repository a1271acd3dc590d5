import { expect, test } from "vitest";
import { loudnessOf, MicrophoneRefused, troubleOf } from "@/lib/client/live/microphone";
import { RunwayWords } from "@/lib/client/live/runway-words";
import type { Stage, StagePorts } from "@/lib/client/live/stage";
import { Talk, type TalkPorts } from "@/lib/client/live/talk";
import type { LiveMode, TranscriptLine } from "@/lib/domain/live/session";

/** A talk whose engine and studio are played by the test. */
function aTalk(mode: LiveMode, change: Partial<TalkPorts> = {}) {
  const log: string[] = [];
  const kept: TranscriptLine[] = [];
  let stagePorts: StagePorts | undefined;
  let beat = () => {};
  let soon = () => {};
  let unplug = () => {};
  let now = 1_000;
  const stage: Stage = {
    attach: () => {},
    say: (text) => log.push(`say ${text}`),
    ask: (text) => log.push(`ask ${text}`),
    interrupt: () => log.push("interrupt"),
    listen: async (isOn) => void log.push(`listen ${isOn}`),
    keepAlive: () => log.push("keep alive"),
    leave: async () => void log.push("leave"),
  };
  const talk = new Talk(mode, {
    join: async () => ({ engineId: "fake", remoteId: "r", token: "t", baseUrl: null }),
    hear: async (seen, lines) => {
      kept.push(...lines.slice(Math.max(0, kept.length - seen)));
      return { goesOn: true, endReason: null, kept: kept.length };
    },
    end: async (reason, seen, lines) => {
      log.push(`end ${reason}`);
      kept.push(...lines.slice(Math.max(0, kept.length - seen)));
    },
    openStage: async (_, ports) => {
      stagePorts = ports;
      return stage;
    },
    every: (_, act) => {
      beat = act;
      return () => {
        beat = () => {};
      };
    },
    openMicrophone: async (onLost) => {
      unplug = onLost;
      return { level: () => 0.5, close: () => log.push("close microphone") };
    },
    after: (_, act) => {
      soon = act;
    },
    now: () => now,
    sentenceOf: () => "The studio cannot be reached.",
    ...change,
  });
  return {
    talk,
    log,
    kept,
    said: (who: "person" | "avatar", text: string) => stagePorts?.onSaid(who, text),
    lost: () => stagePorts?.onLost(),
    unplug: () => unplug(),
    /** What was put off happens now. */
    settle: async () => {
      soon();
      await Promise.resolve();
      await Promise.resolve();
    },
    beat: async () => {
      beat();
      await Promise.resolve();
      await Promise.resolve();
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("a script is said, a talk is answered; what a person writes is a line of the talk, once", async () => {
  const script = aTalk("script");
  await script.talk.begin();
  script.talk.tell("Welcome.");
  script.said("avatar", "Welcome.");
  const live = aTalk("talk");
  await live.talk.begin();
  live.pass(2_000);
  live.talk.tell("Who are you?");
  live.said("person", "Who are you?");
  live.said("avatar", "Anna.");
  expect(script.log).toEqual(["say Welcome."]);
  expect(script.talk.state().lines.map(({ who }) => who)).toEqual(["avatar"]);
  expect(live.log).toEqual(["ask Who are you?"]);
  expect(live.talk.state().lines).toEqual([
    { who: "person", text: "Who are you?", atMs: 2_000 },
    { who: "avatar", text: "Anna.", atMs: 2_000 },
  ]);
});

test("a sign of life that was lost is said again, so that no line is", async () => {
  let isDown = false;
  const kept: TranscriptLine[] = [];
  const live = aTalk("talk", {
    hear: async (seen, lines) => {
      if (isDown) throw new Error("offline");
      kept.push(...lines.slice(Math.max(0, kept.length - seen)));
      return { goesOn: true, endReason: null, kept: kept.length };
    },
  });
  await live.talk.begin();
  isDown = true;
  live.talk.tell("one");
  await live.beat();
  expect(live.talk.state().isUnheard).toBe(true);
  isDown = false;
  live.talk.tell("two");
  await live.talk.leave();
  expect(kept.map(({ text }) => text)).toEqual(["one", "two"]);
  expect(live.log.slice(-2)).toEqual(["leave", "end person"]);
  expect(live.talk.state().phase).toBe("over");
});

test("whoever ends it – the engine, the studio, or a client that could not join – the window leaves and says why", async () => {
  const byEngine = aTalk("talk");
  await byEngine.talk.begin();
  byEngine.lost();
  await byEngine.talk.leave();
  expect(byEngine.log.filter((entry) => entry.startsWith("end"))).toEqual(["end engine"]);
  const byStudio = aTalk("talk", { hear: async () => ({ goesOn: false, endReason: "budget", kept: 0 }) });
  await byStudio.talk.begin();
  expect(byStudio.talk.state()).toMatchObject({ phase: "over", problem: "A hard budget had no room left." });
  expect(byStudio.log).toEqual(["leave"]);
  const neverThere = aTalk("talk", { openStage: () => Promise.reject(new Error("no picture")) });
  await neverThere.talk.begin();
  expect(neverThere.talk.state()).toMatchObject({ phase: "over", problem: "The session could not be joined. Try another one." });
  expect(neverThere.log).toEqual(["end engine"]);
  const elsewhere = aTalk("talk", { join: () => Promise.reject(new Error("conflict")) });
  await elsewhere.talk.begin();
  expect([elsewhere.talk.state().problem, elsewhere.log]).toEqual(["The studio cannot be reached.", []]);
});

test("a line is told at once, not with the next sign of life; a page that goes away tells its last words and ends the session", async () => {
  const live = aTalk("talk");
  await live.talk.begin();
  live.talk.tell("one");
  await live.settle();
  expect(live.kept.map(({ text }) => text)).toEqual(["one"]);
  live.said("avatar", "two");
  live.talk.abandon();
  live.talk.abandon();
  expect(live.kept.map(({ text }) => text)).toEqual(["one", "two"]);
  expect(live.log).toEqual(["ask one", "leave", "end left"]);
});

test("a microphone is asked for once, says why it is closed, and never outlives the session", async () => {
  const live = aTalk("talk");
  await live.talk.begin();
  await Promise.all([live.talk.listen(true), live.talk.listen(true)]);
  expect([live.talk.state().microphone, live.talk.loudness()]).toEqual(["on", 0.5]);
  live.unplug();
  expect([live.talk.state().microphone, live.talk.loudness()]).toEqual(["none", 0]);
  await live.talk.listen(true);
  await live.talk.leave();
  expect(live.log.filter((entry) => entry.includes("microphone"))).toEqual(["close microphone", "close microphone"]);
  expect(live.talk.state().microphone).toBe("off");
  const refused = aTalk("talk", { openMicrophone: () => Promise.reject(new MicrophoneRefused("denied")) });
  await refused.talk.begin();
  await refused.talk.listen(true);
  expect([refused.talk.state().microphone, refused.talk.state().phase]).toEqual(["denied", "live"]);
  const errors = ["NotAllowedError", "NotFoundError", "NotReadableError"].map((name) => troubleOf(Object.assign(new Error(), { name })));
  expect(errors).toEqual(["denied", "none", "taken"]);
  expect([loudnessOf(new Float32Array(8)), loudnessOf(new Float32Array(8).fill(0.9))]).toEqual([0, 1]);
});

test("what Runway sends becomes whole lines, each once, whoever speaks", () => {
  const words = new RunwayWords(() => "me");
  const take = (message: unknown, sender?: string) => words.take(new TextEncoder().encode(JSON.stringify(message)), sender);
  const piece = (role: string, turn: number, text: string) => take({ type: "transcription", role, turn, text });
  expect([piece("assistant", 1, "Hel"), piece("assistant", 1, "lo.")]).toEqual([[], []]);
  expect(piece("user", 1, "Hi.")).toEqual([{ who: "avatar", text: "Hello." }]);
  expect(piece("assistant", 2, "Bye.")).toEqual([{ who: "person", text: "Hi." }]);
  expect(words.rest()).toEqual([{ who: "avatar", text: "Bye." }]);
  expect(words.rest()).toEqual([]);
  const segments = [
    { id: "s1", text: "Yes.", final: true },
    { id: "s2", text: "N", final: false },
  ];
  expect([take({ segments }, "me"), take({ segments }, "me")]).toEqual([[{ who: "person", text: "Yes." }], []]);
  expect([take({ type: "client_event" }), take("?"), words.take(new Uint8Array([255]), "me")]).toEqual([[], [], []]);
});
