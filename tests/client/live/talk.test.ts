import { expect, test } from "vitest";
import type { Stage, StagePorts } from "@/lib/client/live/stage";
import { Talk, type TalkPorts } from "@/lib/client/live/talk";
import type { LiveMode, TranscriptLine } from "@/lib/domain/live/session";

/** A talk whose engine and studio are played by the test. */
function aTalk(mode: LiveMode, change: Partial<TalkPorts> = {}) {
  const log: string[] = [];
  const kept: TranscriptLine[] = [];
  let stagePorts: StagePorts | undefined;
  let beat = () => {};
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
    join: async () => ({ token: "t", baseUrl: null }),
    hear: async (seen, lines) => {
      kept.push(...lines.slice(Math.max(0, kept.length - seen)));
      return { goesOn: true, kept: kept.length };
    },
    end: async (reason) => void log.push(`end ${reason}`),
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
      return { goesOn: true, kept: kept.length };
    },
  });
  await live.talk.begin();
  isDown = true;
  live.talk.tell("one");
  await live.beat();
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
  const byStudio = aTalk("talk", { hear: async () => ({ goesOn: false, kept: 0 }) });
  await byStudio.talk.begin();
  expect(byStudio.talk.state()).toMatchObject({ phase: "over", problem: "The studio ended the session." });
  expect(byStudio.log).toEqual(["leave"]);
  const neverThere = aTalk("talk", { openStage: () => Promise.reject(new Error("no picture")) });
  await neverThere.talk.begin();
  expect(neverThere.talk.state()).toMatchObject({ phase: "over", problem: "The session could not be joined. Try another one." });
  expect(neverThere.log).toEqual(["end engine"]);
  const elsewhere = aTalk("talk", { join: () => Promise.reject(new Error("conflict")) });
  await elsewhere.talk.begin();
  expect([elsewhere.talk.state().problem, elsewhere.log]).toEqual(["The studio cannot be reached.", []]);
});
