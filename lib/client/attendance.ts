import { type Attendance, SPACING_MS, STILL_HERE_MS } from "@/lib/domain/board/presence";

export interface AttendancePorts {
  /** Says it to the others. A failure is not told to anybody: the next word says it anew. */
  say(attendance: Attendance): Promise<unknown>;
  now(): number;
  after(pauseMs: number, act: () => void): () => void;
}

export interface Attending {
  /** Something changed. Said soon, at most ten times a second and one at a time; the latest is always said. */
  change(what: Partial<Pick<Attendance, "cursor" | "view" | "selection">>): void;
  /** Says at once how it is: somebody new listens. */
  again(): void;
  leave(): void;
}

/** One tab on one board, for as long as it stays. */
export function attend(boardId: string, tabId: string, ports: AttendancePorts): Attending {
  let state: Attendance = { boardId, tabId, cursor: null, view: null, selection: [], isLeaving: false };
  let saidAtMs = Number.NEGATIVE_INFINITY;
  let isSaying = false;
  let isOwed = false;
  let isOver = false;
  let cancel = () => {};

  const plan = (pauseMs: number) => {
    cancel();
    cancel = ports.after(pauseMs, say);
  };
  function say(): void {
    if (isOver || isSaying) return;
    isSaying = true;
    isOwed = false;
    saidAtMs = ports.now();
    const over = () => {
      isSaying = false;
      if (!isOver) plan(isOwed ? Math.max(0, saidAtMs + SPACING_MS - ports.now()) : STILL_HERE_MS);
    };
    ports.say(state).then(over, over);
  }
  const owe = () => {
    isOwed = true;
    if (!isSaying && !isOver) plan(Math.max(0, saidAtMs + SPACING_MS - ports.now()));
  };
  owe();
  return {
    change(what) {
      state = { ...state, ...what };
      owe();
    },
    again: owe,
    leave() {
      if (isOver) return;
      isOver = true;
      cancel();
      ports.say({ ...state, isLeaving: true }).catch(() => undefined);
    },
  };
}
