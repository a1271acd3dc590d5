import { createStore, type StoreApi } from "zustand";

/** Something that was done and can be taken back. */
export interface Act {
  /** As in "Undo pick". */
  readonly title: string;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

export interface History {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  /** Remembers an act that just happened; what was undone before it is gone. */
  readonly did: (act: Act) => void;
  /** Takes the newest act back. Resolves with its title, or null when there is none. One at a time. */
  readonly undo: () => Promise<string | null>;
  readonly redo: () => Promise<string | null>;
}

const MAX_ACTS = 200;

/** The acts of one mounted screen. An undo that is refused leaves the act where it was, so that nothing is lost. */
export function createHistory(): StoreApi<History> {
  let isBusy = false;
  return createStore<History>()((set, get) => {
    const step = async (from: "done" | "undone", to: "done" | "undone", move: (act: Act) => Promise<unknown>) => {
      const act = get()[from].at(-1);
      if (!act || isBusy) return null;
      isBusy = true;
      try {
        await move(act);
        set((history) => ({ [from]: history[from].filter((other) => other !== act), [to]: [...history[to], act] }));
        return act.title;
      } finally {
        isBusy = false;
      }
    };
    return {
      done: [],
      undone: [],
      did: (act) => set((history) => ({ done: [...history.done, act].slice(-MAX_ACTS), undone: [] })),
      undo: () => step("done", "undone", (act) => act.undo()),
      redo: () => step("undone", "done", (act) => act.redo()),
    };
  });
}
