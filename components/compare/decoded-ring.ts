/** A picture ready to be drawn: decoded, and each time half as large, for the sizes at which it is looked at. */
export interface DecodedPicture {
  /** The largest first; drawn by halves, no pixel is left out where a picture is shown small. Never empty. */
  readonly levels: readonly [ImageBitmap, ...ImageBitmap[]];
}

export interface DecodedRing<Picture> {
  /** Which pictures may be shown next, the likeliest first. What is in none of these words any more is given back. */
  want(addresses: readonly string[]): void;
  /** The same object for as long as it is kept. */
  get(address: string): Picture | undefined;
  subscribe(listener: () => void): () => void;
  close(): void;
}

export interface RingPorts<Picture> {
  decode(address: string): Promise<Picture>;
  bytesOf(picture: Picture): number;
  close(picture: Picture): void;
}

/**
 * Pictures decoded before they are asked for, so that a key shows a neighbour in the next frame: a decode takes 40 ms and more. One at a time, in
 * the order of the wish, as long as there is room.
 * @param room bytes that all kept pictures may take; the first of a wish is kept whatever it takes
 */
export function createDecodedRing<Picture>(ports: RingPorts<Picture>, room: number): DecodedRing<Picture> {
  const kept = new Map<string, Picture>();
  const failed = new Set<string>();
  /** Bytes of what was decoded once, kept or not: what had no room is not decoded again to find that out. */
  const sizes = new Map<string, number>();
  const listeners = new Set<() => void>();
  let wanted: readonly string[] = [];
  let isBusy = false;
  let isClosed = false;

  const drop = (address: string) => {
    const picture = kept.get(address);
    if (picture === undefined) return;
    kept.delete(address);
    ports.close(picture);
  };
  /** How many of the wish fit, by what is known of their sizes; the first always does. */
  const fitting = (): readonly string[] => {
    let taken = 0;
    let count = 0;
    for (const address of wanted) {
      taken += sizes.get(address) ?? 0;
      if (taken > room && count > 0) break;
      count += 1;
    }
    return wanted.slice(0, count);
  };
  const tidy = () => {
    const fit = new Set(fitting());
    for (const address of [...kept.keys()]) if (!fit.has(address)) drop(address);
  };

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      const next = fitting().find((address) => !kept.has(address) && !failed.has(address));
      if (isClosed || next === undefined) break;
      try {
        const picture = await ports.decode(next);
        sizes.set(next, ports.bytesOf(picture));
        if (isClosed || !wanted.includes(next)) ports.close(picture);
        else {
          kept.set(next, picture);
          tidy();
          for (const listener of listeners) listener();
        }
      } catch {
        // What cannot be decoded here the page shows in its own way.
        failed.add(next);
      }
    }
    isBusy = false;
  }

  return {
    want(addresses) {
      wanted = [...new Set(addresses)];
      tidy();
      void work();
    },
    get: (address) => kept.get(address),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      for (const address of [...kept.keys()]) drop(address);
    },
  };
}
