import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createKeyDispatcher, type KeyDispatcher } from "@/lib/client/keyboard/dispatcher";
import { createKeyMap, type KeyMap } from "@/lib/client/keyboard/key-map";
import { KEY_TABLE } from "@/lib/client/keyboard/table";
import { press, storageOf } from "./strokes";

let keys: KeyMap;
let dispatcher: KeyDispatcher;
let done: string[];

const note = (what: string) => () => {
  done.push(what);
};

beforeEach(() => {
  keys = createKeyMap(KEY_TABLE, storageOf());
  dispatcher = createKeyDispatcher(keys);
  done = [];
});

describe("a key", () => {
  it("runs the action of a scope that listens, and nothing once it has left", () => {
    const leave = dispatcher.enter("pictures", { pick: note("pick") });
    expect(dispatcher.press(press("p"))).toBe(true);
    leave();
    expect(dispatcher.press(press("p"))).toBe(false);
    expect(done).toEqual(["pick"]);
  });

  it("goes to the scope entered last, and below when that one passes", () => {
    dispatcher.enter("studio", { leave: note("studio") });
    let isOpen = true;
    dispatcher.enter("studio", {
      leave: () => {
        if (!isOpen) return false;
        isOpen = false;
        done.push("panel");
        return undefined;
      },
    });
    dispatcher.press(press("escape"));
    dispatcher.press(press("escape"));
    expect(done).toEqual(["panel", "studio"]);
  });

  it("without a handler stays the browser's", () => {
    dispatcher.enter("board", {});
    expect(dispatcher.press(press("b"))).toBe(false);
  });

  it("means the same whichever of its readings fits", () => {
    dispatcher.enter("studio", { search: note("search") });
    dispatcher.enter("compare", {});
    expect(dispatcher.press(press("x", { chords: ["/", "shift+7"] }))).toBe(true);
    expect(done).toEqual(["search"]);
  });

  it("follows the person's own keys at once", () => {
    dispatcher.enter("pictures", { pick: note("pick") });
    keys.remap("pick", ["q"]);
    expect(dispatcher.press(press("p"))).toBe(false);
    expect(dispatcher.press(press("q"))).toBe(true);
  });

  it("written into a text runs only what may run while typing", () => {
    const handlers = Object.fromEntries(KEY_TABLE.map((action) => [action.id, note(action.id)]));
    for (const scope of ["studio", "pictures", "ratings", "board", "review"] as const) dispatcher.enter(scope, handlers);
    fc.assert(
      fc.property(fc.constantFrom(...KEY_TABLE), (action) => {
        done = [];
        for (const chord of action.keys) dispatcher.press(press(chord, { focus: "text" }));
        expect(done.every((id) => ["palette", "leave", "help", "weigh-more", "weigh-less"].includes(id))).toBe(true);
      }),
    );
    expect(dispatcher.press(press("mod+k", { focus: "text" }))).toBe(true);
    expect(dispatcher.press(press("escape", { focus: "text" }))).toBe(true);
  });

  it("leaves Space, Enter and arrows to a focused control, but not letters", () => {
    dispatcher.enter("pictures", { loupe: note("loupe"), right: note("right"), pick: note("pick") });
    expect(dispatcher.press(press("space", { focus: "control" }))).toBe(false);
    expect(dispatcher.press(press("arrowright", { focus: "control" }))).toBe(false);
    expect(dispatcher.press(press("p", { focus: "control" }))).toBe(true);
    expect(done).toEqual(["pick"]);
  });

  it("inside a dialog is not heard behind it", () => {
    dispatcher.enter("pictures", { pick: note("behind") });
    expect(dispatcher.press(press("p", { isInOverlay: true }))).toBe(false);
    dispatcher.enter("pictures", { pick: note("inside") }, { inOverlay: true });
    expect(dispatcher.press(press("p", { isInOverlay: true }))).toBe(true);
    expect(done).toEqual(["inside"]);
  });

  it("held down goes on navigating and repeats nothing else", () => {
    dispatcher.enter("pictures", { right: note("right"), reject: note("reject") });
    dispatcher.enter("board", { archive: note("archive") });
    expect(dispatcher.press(press("arrowright", { isRepeat: true }))).toBe(true);
    expect(dispatcher.press(press("x", { isRepeat: true }))).toBe(false);
    expect(dispatcher.press(press("mod+backspace", { isRepeat: true }))).toBe(false);
    expect(done).toEqual(["right"]);
  });
});

describe("the scopes that listen", () => {
  it("are known, each once, and told when they change", () => {
    let told = 0;
    dispatcher.subscribe(() => {
      told += 1;
    });
    const leaveOne = dispatcher.enter("studio", {});
    const leaveTwo = dispatcher.enter("board", {});
    const leaveThree = dispatcher.enter("board", {});
    expect(dispatcher.scopes()).toEqual(["board", "studio"]);
    leaveThree();
    leaveTwo();
    leaveOne();
    expect(dispatcher.scopes()).toEqual([]);
    expect(told).toBe(4);
  });
});
