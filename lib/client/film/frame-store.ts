/** A decoded frame; closing it gives its memory back. */
export interface Closable {
  close(): void;
}

/** Where decoded frames come from: one after the other from `index` on. Ending early ends the decoding. */
export type FramesFrom<Frame> = (index: number) => AsyncGenerator<{ readonly index: number; readonly frame: Frame }, void, unknown>;

export interface FrameStore<Frame> {
  /** The frame at `index`, as long as no other is asked for. Asked for the next while one is awaited, both are answered in turn. */
  frame(index: number): Promise<Frame>;
  close(): void;
}

/** Stepping back decodes so many frames before the one that is wanted: the next steps back are there already. */
const BEHIND = 6;
/** A frame this far ahead is reached sooner by decoding on than by beginning again at a key frame. */
const AHEAD = 16;

/**
 * Frames of one video by their number. Decoding only goes forwards and only begins at key frames, so what was decoded on the way is kept while
 * there is room, and the decoder goes on where it stands whenever that is nearer.
 * @param capacity frames kept at most, more than {@link BEHIND}
 */
export function createFrameStore<Frame extends Closable>(framesFrom: FramesFrom<Frame>, capacity: number): FrameStore<Frame> {
  const kept = new Map<number, Frame>();
  let running: { readonly frames: ReturnType<FramesFrom<Frame>>; next: number } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let last = -1;
  let isClosed = false;

  function keep(index: number, frame: Frame, wanted: number): void {
    kept.get(index)?.close();
    kept.delete(index);
    kept.set(index, frame);
    for (const [old, picture] of kept) {
      if (kept.size <= capacity) return;
      // What was decoded longest ago goes, but never the one that is about to be shown.
      if (old === wanted) continue;
      kept.delete(old);
      picture.close();
    }
  }

  async function begin(index: number): Promise<void> {
    await running?.frames.return();
    running = { frames: framesFrom(index), next: index };
  }

  async function find(index: number): Promise<Frame> {
    const isBack = index < last && last - index <= BEHIND;
    last = index;
    const there = kept.get(index);
    if (there) return there;
    if (running === null || index < running.next || index - running.next > AHEAD) await begin(isBack ? Math.max(0, index - BEHIND) : index);
    while (running !== null && !isClosed) {
      const step = await running.frames.next();
      if (step.done) break;
      running.next = step.value.index + 1;
      keep(step.value.index, step.value.frame, index);
      // A clip may skip a number: what is shown at it is what comes next.
      if (step.value.index >= index) return step.value.frame;
    }
    const nearest = [...kept.keys()].filter((key) => key < index).sort((a, b) => b - a)[0];
    const shown = nearest === undefined ? undefined : kept.get(nearest);
    running = null;
    if (shown) return shown;
    throw new Error(`The video has no frame ${index}.`);
  }

  return {
    frame(index) {
      const found = turn.then(() => find(index));
      turn = found.catch(() => undefined);
      return found;
    },
    close() {
      isClosed = true;
      void turn.then(async () => {
        await running?.frames.return();
        for (const frame of kept.values()) frame.close();
        kept.clear();
      });
    },
  };
}
