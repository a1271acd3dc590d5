import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chordsOf, parseChord, splitChord } from "@/lib/client/keyboard/chord";
import { stroke } from "./strokes";

const modifiers = fc.uniqueArray(fc.constantFrom("mod", "alt", "shift"));
const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const digits = fc.constantFrom(..."0123456789");

describe("a chord", () => {
  it("has one form, however its modifiers were ordered and cased", () => {
    fc.assert(
      fc.property(modifiers, fc.constantFrom("k", "7", "arrowleft", "?", "space"), fc.boolean(), (held, key, upper) => {
        const text = [...held, key].join("+");
        const chord = parseChord(upper ? text.toUpperCase() : text);
        expect(chord).toBe(parseChord([...[...held].reverse(), key].join("+")));
        expect(parseChord(chord ?? "")).toBe(chord);
        expect(splitChord(chord ?? "").key).toBe(key);
      }),
    );
  });

  it.each(["", "mod", "mod+", "ctrl+k", "mod+mod+k", "shift+alt"])("%j names no chord", (text) => {
    expect(parseChord(text)).toBeNull();
  });
});

describe("a press", () => {
  it("of a letter is that letter with what is held, Ctrl and ⌘ alike", () => {
    fc.assert(
      fc.property(letters, fc.boolean(), fc.boolean(), fc.boolean(), (letter, ctrl, meta, shift) => {
        const key = shift ? letter.toUpperCase() : letter;
        const expected = [...(ctrl || meta ? ["mod"] : []), ...(shift ? ["shift"] : []), letter].join("+");
        expect(chordsOf(stroke(key, `Key${letter.toUpperCase()}`, { ctrl, meta, shift }))).toEqual([expected]);
      }),
    );
  });

  it("of a letter follows the layout, not the place: L on Dvorak is never P", () => {
    expect(chordsOf(stroke("l", "KeyP"))).toEqual(["l"]);
  });

  it("on a keyboard without Latin letters goes by the place", () => {
    expect(chordsOf(stroke("з", "KeyP"))).toEqual(["p"]);
  });

  it("of the digit row is the digit of that place on every keyboard, and shift stays known", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom("&", "é", "(", "!", "à"), fc.boolean(), (digit, sign, shift) => {
        const expected = shift ? `shift+${digit}` : digit;
        expect(chordsOf(stroke(sign, `Digit${digit}`, { shift }))).toContain(expected);
        expect(chordsOf(stroke(digit, `Digit${digit}`, { shift }))).toEqual([expected]);
      }),
    );
  });

  it("that writes a sign is that sign first, wherever it lies", () => {
    expect(chordsOf(stroke("?", "Slash", { shift: true }))).toEqual(["?"]);
    expect(chordsOf(stroke("/", "Digit7", { shift: true }))[0]).toBe("/");
    expect(chordsOf(stroke("?", "Minus", { shift: true }))).toEqual(["?"]);
  });

  it("with AltGr writes a sign and holds no modifier", () => {
    expect(chordsOf(stroke("@", "KeyQ", { ctrl: true, alt: true, altGraph: true }))).toEqual(["@"]);
  });

  it("with Alt that changes the letter still means the letter", () => {
    expect(chordsOf(stroke("π", "KeyP", { alt: true }))).toEqual(["alt+p"]);
  });

  it("of a named key keeps shift, and Space has a name", () => {
    expect(chordsOf(stroke("ArrowLeft", "ArrowLeft", { shift: true }))).toEqual(["shift+arrowleft"]);
    expect(chordsOf(stroke(" ", "Space"))).toEqual(["space"]);
  });

  it.each(["Shift", "Control", "Meta", "Dead", "Process", "CapsLock"])("of %s alone is nothing", (key) => {
    expect(chordsOf(stroke(key, key))).toEqual([]);
  });

  it("always comes in the form chords are written in", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom("Enter", "F5", "+", " ", "ß", "Ä")),
        fc.constantFrom("KeyA", "Digit3", "Slash", "Space", ""),
        fc.record({ ctrl: fc.boolean(), meta: fc.boolean(), alt: fc.boolean(), shift: fc.boolean(), altGraph: fc.boolean() }),
        (key, code, held) => {
          // A key's name has no "+" in it; the sign itself is called plus.
          fc.pre(key === "+" || !key.includes("+"));
          fc.pre(key.trim() === key || key === " ");
          for (const chord of chordsOf(stroke(key, code, held))) expect(parseChord(chord)).toBe(chord);
        },
      ),
    );
  });
});
