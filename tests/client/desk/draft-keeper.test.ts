import { describe, expect, it } from "vitest";
import { createDesk } from "@/lib/client/desk/desk";
import type { Draft } from "@/lib/client/desk/draft";
import { draftKeeper, otherDrafts } from "@/lib/client/desk/draft-keeper";
import type { Keeper } from "@/lib/client/desk/keeper";
import { NO_GRID } from "@/lib/domain/grid/draft";
import { promptView } from "../board/views";

const FIRST: Draft = { origin: { kind: "root" }, recipe: { ...promptView().recipe, text: "" }, grid: NO_GRID, pattern: null };
const forgotten: Keeper = { read: () => null, keep: () => {} };

/** A browser's store, shared by its tabs. */
function aStore(): Storage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    clear: () => texts.clear(),
    getItem: (key) => texts.get(key) ?? null,
    key: (index) => [...texts.keys()][index] ?? null,
    removeItem: (key) => void texts.delete(key),
    setItem: (key, text) => void texts.set(key, text),
  };
}

function aTab(store: Storage, tab: string, board = "board") {
  const desk = () =>
    createDesk(FIRST, {
      draft: draftKeeper(
        board,
        () => store,
        () => tab,
      ),
      look: forgotten,
      visit: forgotten,
    }).getState();
  return {
    desk,
    write: (text: string) => desk().setRecipe({ text }),
    text: () => desk().draft.recipe.text,
    others: () =>
      otherDrafts(
        board,
        () => store,
        () => tab,
      ).map(({ draft }) => draft.recipe.text),
  };
}

describe("an unsent text", () => {
  it("of two tabs survives in both: neither overwrites the other, and each is offered what the other holds", () => {
    const store = aStore();
    const [one, two] = [aTab(store, "one"), aTab(store, "two")];
    one.write("a red boat");
    two.write("a fox");
    one.write("a red boat at sea");
    expect([one.text(), two.text()]).toEqual(["a red boat at sea", "a fox"]);
    expect([one.others(), two.others()]).toEqual([["a fox"], ["a red boat at sea"]]);
    expect(aTab(store, "one", "another board").text()).toBe("");
  });

  it("is gone on with in a new window, and one that cannot be read harms nothing", () => {
    const store = aStore();
    aTab(store, "one").write("a red boat");
    store.setItem("selects.draft.board.broken", "{not json");
    expect(aTab(store, "new").text()).toBe("a red boat");
  });

  it("keeps the variables' values; the oldest of many tabs make room", () => {
    const store = aStore();
    const tab = aTab(store, "one");
    tab.desk().setGrid({ variables: { subject: ["boat", "fox"] } });
    expect(tab.desk().draft.grid.variables).toEqual({ subject: ["boat", "fox"] });
    for (let other = 0; other < 12; other += 1) aTab(store, `tab ${other}`).write(`text ${other}`);
    expect(store.length).toBe(8);
  });
});
