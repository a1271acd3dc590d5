import { z } from "zod";
import { isBeside } from "./beside";
import { type Chord, parseChord } from "./chord";
import { type KeyAction, SCREENS, type Scope } from "./table";

/** Where a person's own keys are kept: one text. In the browser, localStorage. */
export type KeyStorage = { read(): string | null; write(text: string): void };

export type Remapping = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The keys as this person has them: the table's own, with their changes over it. */
export type KeyMap = {
  readonly table: readonly KeyAction[];
  chordsOf(id: string): readonly Chord[];
  /** The first chord, for tooltips and menus; undefined when the action has no key. */
  chordOf(id: string): Chord | undefined;
  /** Gives an action other keys; none at all is allowed. Refused, with the reason as a sentence, when a key means something else there already. */
  remap(id: string, keys: readonly string[]): Remapping;
  /** Back to the table's own keys, for one action or for all. */
  reset(id?: string): Remapping;
  /** Counts up with every change. */
  version(): number;
  subscribe(listener: () => void): () => void;
};

const Kept = z.record(z.string(), z.array(z.string()));

export function createKeyMap(table: readonly KeyAction[], storage: KeyStorage): KeyMap {
  const actions = new Map(table.map((action) => [action.id, action]));
  const listeners = new Set<() => void>();
  let changes = new Map<string, readonly Chord[]>();
  let version = 0;

  const chordsWith = (changed: ReadonlyMap<string, readonly Chord[]>) => (action: KeyAction) =>
    changed.get(action.id) ?? action.keys.map((key) => parseChord(key) ?? key);

  // All at once: each was fine beside the others, in whatever order they came about.
  for (const [id, keys] of readKept(storage)) {
    if (actions.has(id))
      changes.set(
        id,
        keys.map(parseChord).filter((chord) => chord !== null),
      );
  }
  // What was kept before the table changed may no longer fit; the table's own keys do.
  const misfit = () =>
    [...changes].find(([id, chords]) => {
      const action = actions.get(id);
      return action && refusalOf(action, chords, table, chordsWith(changes)) !== null;
    });
  for (let found = misfit(); found; found = misfit()) changes.delete(found[0]);

  const commit = (next: Map<string, readonly Chord[]>): Remapping => {
    changes = next;
    version += 1;
    storage.write(JSON.stringify(Object.fromEntries(changes)));
    for (const listener of listeners) listener();
    return { ok: true };
  };

  return {
    table,
    chordsOf(id) {
      const action = actions.get(id);
      return action ? chordsWith(changes)(action) : [];
    },
    chordOf(id) {
      return this.chordsOf(id)[0];
    },
    remap(id, keys) {
      const action = actions.get(id);
      if (!action) return { ok: false, reason: "There is no such action." };
      const chords: Chord[] = [];
      for (const key of keys) {
        const chord = parseChord(key);
        if (chord === null) return { ok: false, reason: `"${key}" is not a key.` };
        chords.push(chord);
      }
      const reason = refusalOf(action, chords, table, chordsWith(changes));
      return reason === null ? commit(new Map(changes).set(id, chords)) : { ok: false, reason };
    },
    reset(id) {
      if (id === undefined) return commit(new Map());
      const action = actions.get(id);
      const next = new Map(changes);
      next.delete(id);
      const reason = action ? refusalOf(action, chordsWith(next)(action), table, chordsWith(next)) : null;
      return reason === null ? commit(next) : { ok: false, reason };
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Why an action may not have these chords; null when it may. */
function refusalOf(
  action: KeyAction,
  chords: readonly Chord[],
  table: readonly KeyAction[],
  chordsOf: (action: KeyAction) => readonly Chord[],
): string | null {
  for (const other of table) {
    if (other.id === action.id || !meet(action.scope, other.scope)) continue;
    for (const chord of chords) {
      if (chordsOf(other).includes(chord)) return `That key already means “${other.title}” there.`;
      const slips = areSlips(action, other) && chordsOf(other).some((theirs) => isBeside(chord, theirs));
      if (slips) return `That key lies beside “${other.title}”: a slip of the finger would take something away.`;
    }
  }
  return null;
}

/** One takes something away and the other is pressed without looking. */
function areSlips(one: KeyAction, other: KeyAction): boolean {
  return (one.kind === "destructive" && other.kind === "navigation") || (one.kind === "navigation" && other.kind === "destructive");
}

function meet(one: Scope, other: Scope): boolean {
  return one === other || SCREENS.some((screen) => screen.includes(one) && screen.includes(other));
}

function readKept(storage: KeyStorage): readonly (readonly [string, readonly string[]])[] {
  const text = storage.read();
  if (text === null) return [];
  try {
    return Object.entries(Kept.parse(JSON.parse(text)));
  } catch {
    // Somebody else's text, or half of one: the table's own keys are a good place to start again.
    return [];
  }
}
