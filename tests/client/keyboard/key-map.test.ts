import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyMap } from "@/lib/client/keyboard/key-map";
import { KEY_TABLE, type KeyAction, SCREENS } from "@/lib/client/keyboard/table";
import { storageOf } from "./strokes";

const ids = fc.constantFrom(...KEY_TABLE.map((action) => action.id));
const chords = fc.constantFrom("p", "x", "1", "shift+1", "mod+k", "mod+z", "q", "mod+shift+q", "arrowleft", "space", "escape", "/", "f2");

/** Two actions of one screen with the same key, as their ids. */
function clashes(keys: ReturnType<typeof createKeyMap>): readonly string[] {
  return SCREENS.flatMap((screen) => {
    const owners = new Map<string, string>();
    return keys.table
      .filter((action) => screen.includes(action.scope))
      .flatMap((action) =>
        keys.chordsOf(action.id).flatMap((chord) => {
          const owner = owners.get(chord);
          owners.set(chord, action.id);
          return owner ? [`${owner} and ${action.id} share ${chord}`] : [];
        }),
      );
  });
}

describe("a person's keys", () => {
  it("never mean two things on one screen, whatever is asked for in whatever order", () => {
    const request = fc.record({ id: ids, keys: fc.uniqueArray(chords, { maxLength: 2 }), reset: fc.boolean() });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), (requests) => {
        const keys = createKeyMap(KEY_TABLE, storageOf());
        for (const { id, keys: wanted, reset } of requests) reset ? keys.reset(id) : keys.remap(id, wanted);
        expect(clashes(keys)).toEqual([]);
      }),
    );
  });

  it("are as they were left when the page opens again", () => {
    const request = fc.record({ id: ids, keys: fc.uniqueArray(chords, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const storage = storageOf();
        const before = createKeyMap(KEY_TABLE, storage);
        for (const { id, keys } of requests) before.remap(id, keys);
        const after = createKeyMap(KEY_TABLE, storage);
        for (const action of KEY_TABLE) expect(after.chordsOf(action.id), action.id).toEqual(before.chordsOf(action.id));
      }),
    );
  });

  it("are as they were left when two acts have traded keys", () => {
    const storage = storageOf();
    const before = createKeyMap(KEY_TABLE, storage);
    for (const [id, key] of [
      ["pick", "y"],
      ["reject", "p"],
      ["pick", "x"],
    ] as const)
      before.remap(id, [key]);
    const after = createKeyMap(KEY_TABLE, storage);
    expect([after.chordOf("pick"), after.chordOf("reject")]).toEqual(["x", "p"]);
  });

  it("refuse a key that means something else there, and say what", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    expect(keys.remap("branch", ["p"])).toEqual({ ok: false, reason: "That key already means “Pick” there." });
    expect(keys.chordsOf("branch")).toEqual(["b"]);
  });

  it("may be the same on two screens that are never seen together", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    expect(keys.remap("approve", ["g"])).toEqual({ ok: true });
    expect(keys.chordOf("approve")).toBe("g");
  });

  it("refuse what is not a key", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    expect(keys.remap("pick", ["hyper+p"])).toMatchObject({ ok: false, reason: '"hyper+p" is not a key.' });
  });

  it("refuse to put what takes something away beside a navigation key, from either side", () => {
    const table: readonly KeyAction[] = [
      { id: "on", scope: "board", title: "On", keys: ["j"], kind: "navigation" },
      { id: "wipe", scope: "board", title: "Wipe", keys: ["q"], kind: "destructive" },
    ];
    const keys = createKeyMap(table, storageOf());
    expect(keys.remap("wipe", ["k"]).ok).toBe(false);
    expect(keys.remap("on", ["w"]).ok).toBe(false);
    expect(keys.remap("wipe", ["mod+k"]).ok).toBe(true);
  });

  it("go back to the table's own, each or all", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    keys.remap("pick", ["q"]);
    keys.remap("reject", ["y"]);
    keys.reset("pick");
    expect([keys.chordOf("pick"), keys.chordOf("reject")]).toEqual(["p", "y"]);
    keys.reset();
    expect(keys.chordOf("reject")).toBe("x");
  });

  it("do not go back to a key that somebody else has meanwhile", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    keys.remap("pick", ["q"]);
    keys.remap("reject", ["p"]);
    expect(keys.reset("pick").ok).toBe(false);
    expect(keys.chordOf("pick")).toBe("q");
  });

  it("tell whoever shows them that they changed", () => {
    const keys = createKeyMap(KEY_TABLE, storageOf());
    let told = 0;
    const stop = keys.subscribe(() => {
      told += 1;
    });
    keys.remap("pick", ["q"]);
    keys.remap("pick", ["x"]);
    stop();
    keys.remap("pick", ["p"]);
    expect([told, keys.version()]).toEqual([1, 2]);
  });

  it.each(["", "not json", "[1]", '{"pick":"q"}', '{"pick":["hyper+q"]}', '{"gone":["q"]}', '{"pick":["x"]}'])(
    "survive %j in the storage",
    (text) => {
      const keys = createKeyMap(KEY_TABLE, storageOf(text));
      expect(clashes(keys)).toEqual([]);
      expect(keys.chordsOf("reject")).toEqual(["x"]);
    },
  );
});
