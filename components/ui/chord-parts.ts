const CAPS: Readonly<Record<string, string>> = {
  mod: "Ctrl",
  alt: "Alt",
  shift: "⇧",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  escape: "Esc",
  enter: "↵",
  backspace: "⌫",
  space: "Space",
  plus: "+",
};

/** What stands on the key caps of a chord, in order: "mod+arrowleft" → ["Ctrl", "←"]. */
export function chordParts(chord: string): readonly string[] {
  return chord.split("+").map((part) => CAPS[part.toLowerCase()] ?? part.toUpperCase());
}
