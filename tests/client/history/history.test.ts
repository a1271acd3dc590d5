import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createInOrder } from "@/lib/client/choosing/in-order";
import { createHistory, type Step } from "@/lib/client/history/history";

/** A studio that answers when the test says so. Each call changes one value and tells what it was before. */
function aStudio() {
  const values = new Map<string, string>();
  const waiting: ((refusal?: Error) => void)[] = [];
  const asked: string[] = [];
  const inOrder = createInOrder();
  const history = createHistory();
  const put = (key: string, value: string) =>
    inOrder([key], () => {
      asked.push(`${key} ${value}`);
      return new Promise<string>((resolve, reject) => {
        waiting.push((refusal) => {
          if (refusal) return reject(refusal);
          const before = values.get(key) ?? "none";
          values.set(key, value);
          resolve(before);
        });
      });
    });
  return {
    values,
    asked,
    history,
    press(key: string, value: string) {
      let before = "";
      const back = () => put(key, before);
      const forth = async () => {
        before = await put(key, value);
      };
      return history.act({ title: `${value} ${key}`, forth, back });
    },
    /** Answers the call that waits at this place; false when none waits. */
    async answer(place = 0, refusal?: Error) {
      await settled();
      const [call] = waiting.splice(place % Math.max(1, waiting.length), 1);
      call?.(refusal);
      await settled();
      return call !== undefined;
    },
    async answerAll() {
      while (await this.answer());
    },
  };
}

/** Until nothing more follows by itself: one turn of the event loop empties the queue of promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const REFUSED = new Error("Refused.");

describe("undo", () => {
  it("is shown at the press, and until its step has had its turn", async () => {
    const shown: string[] = [];
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const history = createHistory();
    const show = (isBack: boolean) => {
      shown.push(isBack ? "undone" : "done");
      return () => void shown.push("over");
    };
    void history.act({ title: "pick", show, forth: () => answered, back: async () => undefined });
    const steps = [history.undo(), history.redo()];
    expect(shown).toEqual(["undone", "done"]);
    answer();
    await Promise.all(steps);
    await settled();
    expect(shown).toEqual(["undone", "done", "over", "over"]);
  });

  it("takes back an act that is not answered yet, once it is", async () => {
    const studio = aStudio();
    void studio.press("a", "reject");
    const undone = studio.history.undo();
    await settled();
    expect(studio.asked).toEqual(["a reject"]);
    await studio.answerAll();
    expect(await undone).toMatchObject({ title: "reject a" });
    expect(studio.values.get("a")).toBe("none");
  });

  it("takes back what was done last, not what was answered last", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    await studio.answer();
    void studio.press("b", "reject");
    const undone = studio.history.undo();
    await studio.answerAll();
    expect(await undone).toMatchObject({ title: "reject b" });
    expect([...studio.values]).toEqual([
      ["a", "pick"],
      ["b", "none"],
    ]);
  });

  it("says where an act was done, on whichever screen it is taken back", async () => {
    let here = "/boards/1";
    const history = createHistory(() => here);
    await history.act({ title: "pick", forth: async () => undefined, back: async () => undefined });
    here = "/assets";
    expect(await history.undo()).toEqual({ title: "pick", where: "/boards/1" });
    expect(await history.redo()).toEqual({ title: "pick", where: "/boards/1" });
  });

  it("pressed twice takes back two acts", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    void studio.press("b", "reject");
    await studio.answerAll();
    const both = Promise.all([studio.history.undo(), studio.history.undo(), studio.history.undo()]);
    await studio.answerAll();
    expect((await both).map((step) => step?.title)).toEqual(["reject b", "pick a", undefined]);
    expect([...studio.values.values()]).toEqual(["none", "none"]);
  });

  it("does not take back what was done after it was pressed", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    const undone = studio.history.undo();
    void studio.press("a", "reject");
    await studio.answerAll();
    expect(await undone).toMatchObject({ title: "pick a" });
    expect(studio.values.get("a")).toBe("reject");
  });

  it("of one act leaves the newer ones", async () => {
    const studio = aStudio();
    const archive = { title: "archive", forth: async () => undefined, back: async () => undefined };
    await studio.history.act(archive);
    void studio.press("a", "pick");
    await studio.answerAll();
    expect(await studio.history.undo(archive)).toMatchObject({ title: "archive" });
    expect(await studio.history.undo(archive)).toBeNull();
    expect(studio.values.get("a")).toBe("pick");
  });
});

describe("a refusal", () => {
  it("of an act forgets it; the one before is the newest again", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    await studio.answer();
    const refused = studio.press("b", "reject");
    const undone = studio.history.undo();
    const results = Promise.allSettled([refused, undone]);
    await studio.answer(0, REFUSED);
    expect((await results).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await studio.history.redo()).toBeNull();
    const next = studio.history.undo();
    await studio.answerAll();
    expect(await next).toMatchObject({ title: "pick a" });
  });

  it("of an undo leaves the act where it was, and the undo before it goes on", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    void studio.press("b", "reject");
    await studio.answerAll();
    const results = Promise.allSettled([studio.history.undo(), studio.history.undo()]);
    await studio.answer(0, REFUSED);
    await studio.answerAll();
    expect((await results).map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect([...studio.values.values()]).toEqual(["none", "reject"]);
    const again = studio.history.undo();
    await studio.answerAll();
    expect(await again).toMatchObject({ title: "reject b" });
  });

  it("of an undo makes the redo pressed after it needless", async () => {
    const studio = aStudio();
    void studio.press("a", "pick");
    await studio.answerAll();
    const results = Promise.allSettled([studio.history.undo(), studio.history.redo()]);
    await studio.answer(0, REFUSED);
    await studio.answerAll();
    expect(await results).toMatchObject([{ status: "rejected" }, { status: "fulfilled", value: { title: "pick a" } }]);
    expect(studio.values.get("a")).toBe("pick");
    expect(studio.asked).toHaveLength(2);
  });
});

const Press = fc.oneof(
  fc.record({ kind: fc.constant("act" as const), key: fc.constantFrom("a", "b", "c"), value: fc.constantFrom("pick", "reject") }),
  fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const) }),
  fc.record({ kind: fc.constant("answer" as const), place: fc.nat(5) }),
);

describe("however quickly keys are pressed and however late answers come", () => {
  it("the studio ends as if each press had been answered before the next", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Press, { maxLength: 30 }), async (presses) => {
        const quick = aStudio();
        const calm = aStudio();
        const said: Promise<Step | null>[] = [];
        const expected: (Step | null)[] = [];
        for (const press of presses) {
          if (press.kind === "answer") await quick.answer(press.place);
          else if (press.kind === "act") {
            void quick.press(press.key, press.value);
            void calm.press(press.key, press.value);
            await calm.answerAll();
          } else {
            said.push(quick.history[press.kind]());
            const title = calm.history[press.kind]();
            await calm.answerAll();
            expected.push(await title);
          }
        }
        await quick.answerAll();
        expect(await Promise.all(said)).toEqual(expected);
        expect(Object.fromEntries(quick.values)).toEqual(Object.fromEntries(calm.values));
      }),
    );
  });
});
