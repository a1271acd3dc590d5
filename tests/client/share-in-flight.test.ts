import { describe, expect, it } from "vitest";
import { shareInFlight } from "@/lib/client/share-in-flight";

function studio() {
  const asked: unknown[] = [];
  const answers: ((value: unknown) => void)[] = [];
  const link = shareInFlight<object>({
    call: (path, input) => {
      asked.push([path, input]);
      return new Promise((settle) => answers.push(settle));
    },
  });
  const call = (input: unknown, signal?: AbortSignal) => link.call(["run", "start"], input, { context: {}, ...(signal ? { signal } : {}) });
  return { asked, answers, call };
}

describe("acts under way", () => {
  it("pressed twice are one act with one answer, and afterwards a new one", async () => {
    const { asked, answers, call } = studio();
    const [first, second] = [call({ promptId: "a" }), call({ promptId: "a" })];
    expect(asked).toHaveLength(1);
    answers[0]?.("run 1");
    expect(await Promise.all([first, second])).toEqual(["run 1", "run 1"]);
    const third = call({ promptId: "a" });
    answers[1]?.("run 2");
    expect(await third).toBe("run 2");
  });

  it("that differ in one word are two, and reads that can be aborted never share", () => {
    const { asked, call } = studio();
    void call({ promptId: "a" });
    void call({ promptId: "b" });
    void call({ promptId: "a" }, new AbortController().signal);
    expect(asked).toHaveLength(3);
  });
});
