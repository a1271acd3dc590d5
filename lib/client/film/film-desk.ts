import { type Clip, frameAt, middleOf } from "@/lib/domain/compare/in-step";
import { type Loop, stepped, withEnd } from "@/lib/domain/compare/loop";

/** One of the videos as the desk drives it. */
export interface Player {
  /** Gets a frame ready. What it returns shows it, at once. */
  prepare(frame: number): Promise<() => void>;
  close(): void;
}

export interface Film {
  readonly id: string;
  readonly clip: Clip;
}

export interface FilmPorts {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves when the screen is painted next. */
  nextFrame(): Promise<void>;
}

export interface FilmState {
  /** Of the first video; the others show the same moment. */
  readonly frame: number;
  readonly isPlaying: boolean;
  readonly loop: Loop | null;
}

export interface FilmDesk {
  readonly first: Film;
  /** A place that shows one of the videos; gone again when what it returns is called. */
  add(id: string, player: Player): () => void;
  goTo(frame: number): void;
  step(by: number): void;
  toggle(): void;
  /** Sets an end of the loop to the frame that is shown, or takes the loop off. */
  mark(end: "from" | "to"): void;
  unloop(): void;
  subscribe(listener: () => void): () => void;
  state(): FilmState;
  /** The frame one of the videos stands at. */
  frameOf(id: string): number;
}

/** Behind its clock by more than this, playing goes on from where it is instead of leaping. */
const MOST_LATE_MS = 400;

/**
 * One transport for all compared videos. A frame is shown when every video has it ready, all in the same task: none is ever ahead of another.
 * When decoding is too slow for the clock, frames are left out of all of them alike.
 */
export function createFilmDesk(films: readonly [Film, ...Film[]], ports: FilmPorts): FilmDesk {
  const [first] = films;
  const { frames, durationMs } = first.clip;
  const players = new Map<string, Set<Player>>();
  const listeners = new Set<() => void>();
  let state: FilmState = { frame: 0, isPlaying: false, loop: null };
  let isStale = true;
  let isBusy = false;
  let clock = { at: 0, frame: 0 };

  const change = (to: Partial<FilmState>) => {
    state = { ...state, ...to };
    for (const listener of listeners) listener();
  };

  /** The frame each video shows at a frame of the first. */
  const frameOf = ({ id, clip }: Film, frame: number) => (id === first.id ? frame : frameAt(clip, middleOf(first.clip, frame)));

  async function show(frame: number): Promise<void> {
    const wanted = films.flatMap((film) => [...(players.get(film.id) ?? [])].map((player) => player.prepare(frameOf(film, frame))));
    // A video that cannot be read leaves its place as it is; the others go on.
    const ready = await Promise.all(wanted.map((paint) => paint.catch(() => null)));
    for (const paint of ready) paint?.();
  }

  /** Shows the latest frame that is wanted, over and over while that changes or time goes on and somebody looks. One at a time. */
  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (players.size > 0 && (isStale || state.isPlaying)) {
      if (!isStale) {
        await ports.nextFrame();
        const passed = Math.floor(((ports.now() - clock.at) * frames) / durationMs);
        const next = stepped(clock.frame, passed, frames, state.loop);
        if (!state.isPlaying || next === state.frame) continue;
        change({ frame: next });
      }
      isStale = false;
      const startedAt = ports.now();
      await show(state.frame);
      if (ports.now() - startedAt > MOST_LATE_MS) restart();
    }
    isBusy = false;
  }

  const restart = () => {
    clock = { at: ports.now(), frame: state.frame };
  };
  const renew = () => {
    isStale = true;
    void work();
  };
  const goTo = (frame: number) => {
    change({ frame: Math.min(frames - 1, Math.max(0, frame)), isPlaying: false });
    renew();
  };

  return {
    first,
    add(id, player) {
      const there = players.get(id) ?? new Set();
      players.set(id, there.add(player));
      renew();
      return () => {
        there.delete(player);
        if (there.size === 0 && players.get(id) === there) players.delete(id);
        player.close();
      };
    },
    goTo,
    step: (by) => goTo(stepped(state.frame, by, frames, null)),
    toggle() {
      change({ isPlaying: !state.isPlaying });
      const { loop, frame } = state;
      if (state.isPlaying && loop && (frame < loop.from || frame >= loop.to)) change({ frame: loop.from });
      restart();
      renew();
    },
    mark(end) {
      change({ loop: withEnd(state.loop, end, state.frame, frames) });
      restart();
    },
    unloop() {
      change({ loop: null });
      restart();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    frameOf(id) {
      const film = films.find((each) => each.id === id);
      return film ? frameOf(film, state.frame) : 0;
    },
  };
}
