/** Something a person does that can be taken back. */
export interface Act {
  /** As in "Undo pick". */
  readonly title: string;
  /** Does it, the first time and again after an undo. */
  forth(): Promise<unknown>;
  /** Takes it back; called only after `forth` has been answered. */
  back(): Promise<unknown>;
  /** Shows at the press how it will be once undone (`isBack`) or done again; the answer ends that, when the step has had its turn. */
  show?(isBack: boolean): () => void;
}

/** An act that was taken back or done again. */
export interface Step {
  readonly title: string;
  /** The address it was done at. */
  readonly where: string;
}

export interface History {
  /**
   * Remembers the act at the press and does it: at once, or after the steps that are under way, so that what was asked for
   * first happens first. What was undone before is gone. Rejects as the act does; an act that is refused is forgotten.
   */
  act(act: Act): Promise<void>;
  /**
   * Takes back the newest act, or the one given. Chosen at the press, done in turn: after the steps before it and after
   * its act was answered. Resolves with null when there is none. A refusal rejects and leaves the act to be undone.
   */
  undo(act?: Act): Promise<Step | null>;
  /** Does the act again that was undone last; otherwise like `undo`. */
  redo(): Promise<Step | null>;
}

const MAX_ACTS = 200;

/** An act in the order of the presses. `holds` is what the studio last agreed to, which lags behind the lists. */
interface Entry {
  readonly act: Act;
  readonly where: string;
  readonly number: number;
  readonly answered: Promise<unknown>;
  holds: boolean;
}

/**
 * The acts of one visit, whichever screen they were done on. The lists show what the person asked for; the studio follows, one step after another.
 * @param whereNow the address one is at
 */
export function createHistory(whereNow: () => string = () => ""): History {
  let done: readonly Entry[] = [];
  let undone: readonly Entry[] = [];
  let acts = 0;
  let steps: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Puts an entry back into the list that is true of it, at its place. */
  const putBack = (entry: Entry, isRedoable: boolean) => {
    done = done.filter((other) => other !== entry);
    undone = undone.filter((other) => other !== entry);
    if (entry.holds) done = [...done, entry].sort((one, other) => one.number - other.number);
    else if (isRedoable) undone = [...undone, entry].sort((one, other) => other.number - one.number);
  };

  const step = (entry: Entry, isBack: boolean): Promise<Step> => {
    const pressedAfter = acts;
    const endShowing = entry.act.show?.(isBack);
    const said: Step = { title: entry.act.title, where: entry.where };
    waiting += 1;
    const moved = steps.then(async () => {
      await entry.answered;
      // The step before it was refused, so that it already stands as this one wants it.
      if (entry.holds !== isBack) return said;
      try {
        await (isBack ? entry.act.back() : entry.act.forth());
        entry.holds = !isBack;
        return said;
      } catch (error) {
        putBack(entry, acts === pressedAfter);
        throw error;
      }
    });
    const over = () => {
      waiting -= 1;
      endShowing?.();
    };
    steps = moved.then(over, over);
    return moved;
  };

  return {
    act(act) {
      acts += 1;
      const begun = waiting === 0 ? act.forth() : steps.then(() => act.forth());
      const entry: Entry = { act, where: whereNow(), number: acts, answered: begun, holds: true };
      done = [...done, entry].slice(-MAX_ACTS);
      undone = [];
      return begun.then(
        () => undefined,
        (error) => {
          done = done.filter((other) => other !== entry);
          undone = undone.filter((other) => other !== entry);
          throw error;
        },
      );
    },
    async undo(act) {
      const entry = act ? done.findLast((candidate) => candidate.act === act) : done.at(-1);
      if (!entry) return null;
      done = done.filter((other) => other !== entry);
      undone = [...undone, entry];
      return step(entry, true);
    },
    async redo() {
      const entry = undone.at(-1);
      if (!entry) return null;
      undone = undone.slice(0, -1);
      done = [...done, entry];
      return step(entry, false);
    },
  };
}
