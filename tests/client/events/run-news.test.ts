import { describe, expect, it } from "vitest";
import { gatherRunNews } from "@/lib/client/run-news";

/** A clock that is turned by hand, and what was told at each turn. */
function table(tell: (ids: readonly string[]) => Promise<void> = async () => {}) {
  const told: (readonly string[])[] = [];
  const due: (() => void)[] = [];
  const news = gatherRunNews(
    async (ids) => {
      told.push(ids);
      await tell(ids);
    },
    (_ms, act) => {
      due.push(act);
      return () => void due.splice(due.indexOf(act), 1);
    },
  );
  const turn = async () => {
    due.shift()?.();
    await new Promise((next) => setImmediate(next));
  };
  return { news, told, due, turn };
}

describe("news of runs", () => {
  it("that come in one burst are told together, each once", async () => {
    const { news, told, turn } = table();
    for (const id of ["a", "b", "a", "c"]) news.add(id);
    await turn();
    expect(told).toEqual([["a", "b", "c"]]);
  });

  it("that come while others are told wait for their end", async () => {
    let finish = () => {};
    const { news, told, due, turn } = table(() => new Promise((done) => (finish = done)));
    news.add("a");
    await turn();
    news.add("b");
    expect(due).toHaveLength(0);
    finish();
    await turn();
    await turn();
    expect(told).toEqual([["a"], ["b"]]);
  });

  it("that could not be told do not keep later ones back", async () => {
    const { news, told, turn } = table(() => Promise.reject(new Error("no network")));
    news.add("a");
    await turn();
    news.add("b");
    await turn();
    expect(told).toEqual([["a"], ["b"]]);
  });

  it("of two hundred are told a hundred at a time", async () => {
    const { news, told, turn } = table();
    for (let n = 0; n < 200; n += 1) news.add(String(n));
    await turn();
    await turn();
    expect(told.map((ids) => ids.length)).toEqual([100, 100]);
  });

  it("are told no more once it is stopped", async () => {
    const { news, told, due, turn } = table();
    news.add("a");
    news.stop();
    expect(due).toHaveLength(0);
    news.add("b");
    await turn();
    expect(told).toEqual([]);
  });
});
