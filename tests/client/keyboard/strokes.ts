import type { Stroke } from "@/lib/client/keyboard/chord";
import type { KeyPress } from "@/lib/client/keyboard/dispatcher";
import type { KeyStorage } from "@/lib/client/keyboard/key-map";

/** One press as a keyboard reports it. */
export function stroke(key: string, code: string, held: Partial<Stroke> = {}): Stroke {
  return { key, code, ctrl: false, meta: false, alt: false, shift: false, altGraph: false, ...held };
}

/** A press on a page where nothing else claims it. */
export function press(chord: string, rest: Partial<KeyPress> = {}): KeyPress {
  return { chords: [chord], isRepeat: false, focus: "free", isInOverlay: false, ...rest };
}

/** A storage that holds one text, like localStorage's one key. */
export function storageOf(text: string | null = null): KeyStorage {
  let kept = text;
  return {
    read: () => kept,
    write: (next) => {
      kept = next;
    },
  };
}
