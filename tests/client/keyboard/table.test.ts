import { describe, expect, it } from "vitest";
import { isBeside } from "@/lib/client/keyboard/beside";
import { parseChord } from "@/lib/client/keyboard/chord";
import { KEY_TABLE, type KeyAction, SCREENS } from "@/lib/client/keyboard/table";

const table: readonly KeyAction[] = KEY_TABLE;

function pairsOnScreens(): readonly (readonly [KeyAction, KeyAction])[] {
  return SCREENS.flatMap((screen) => {
    const there = table.filter((action) => screen.includes(action.scope));
    return there.flatMap((one, index) => there.slice(index + 1).map((other) => [one, other] as const));
  });
}

describe("the key table", () => {
  it("names every action once", () => {
    expect(new Set(table.map((action) => action.id)).size).toBe(table.length);
  });

  it("writes every key in the one form", () => {
    for (const action of table) for (const key of action.keys) expect(parseChord(key), action.id).toBe(key);
  });

  it("gives no key two meanings on one screen", () => {
    for (const [one, other] of pairsOnScreens()) {
      expect(
        one.keys.filter((key) => other.keys.includes(key)),
        `${one.id} and ${other.id}`,
      ).toEqual([]);
    }
  });

  it("keeps what takes something away from beside what is pressed without looking", () => {
    const isRisky = (one: KeyAction, other: KeyAction) => one.kind === "destructive" && other.kind === "navigation";
    for (const [one, other] of pairsOnScreens()) {
      if (!isRisky(one, other) && !isRisky(other, one)) continue;
      const beside = one.keys.flatMap((key) => other.keys.filter((theirs) => isBeside(key, theirs)));
      expect(beside, `${one.id} and ${other.id}`).toEqual([]);
    }
  });

  it("has the keys a person learns first", () => {
    const first = {
      pick: "p",
      reject: "x",
      unflag: "u",
      branch: "b",
      run: "g",
      vary: "v",
      compare: "c",
      edit: "e",
      promote: "m",
      send: "s",
    };
    for (const [id, key] of Object.entries(first)) expect(table.find((action) => action.id === id)?.keys, id).toEqual([key]);
  });
});

describe("keys that touch", () => {
  it.each([
    ["p", "o"],
    ["m", "space"],
    ["arrowup", "arrowleft"],
    ["g", "v"],
  ])("%s and %s, either way round", (one, other) => {
    expect(isBeside(one, other)).toBe(true);
    expect(isBeside(other, one)).toBe(true);
  });

  it.each([
    ["p", "q"],
    ["q", "space"],
    ["p", "arrowleft"],
    ["a", "a"],
    ["o", "mod+p"],
    ["ß", "p"],
  ])("not %s and %s", (one, other) => {
    expect(isBeside(one, other)).toBe(false);
  });
});
