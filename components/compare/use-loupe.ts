"use client";
import { useMemo, useState } from "react";
import type { LoupePicture, LoupeWay } from "./loupe-way";

export interface OpenedLoupe {
  /** Null while it is closed. */
  readonly way: LoupeWay | null;
  open(pictureId: string): void;
  close(): void;
}

/**
 * The loupe over a screen that knows all its pictures. The order is the one it was opened with: what a decision takes out of a search, or what
 * arrives meanwhile, does not move the ground under the walk; what is gone is passed over.
 * @param read the pictures in the order of the screen; asked only while the loupe is open
 * @param onGo the loupe came to another picture
 */
export function useLoupe(read: () => readonly LoupePicture[], onGo: (pictureId: string) => void): OpenedLoupe {
  const [held, setHeld] = useState<{ readonly ids: readonly string[]; readonly hereId: string } | null>(null);
  const pictures = held === null ? null : read();
  const known = useMemo(() => pictures && new Map(pictures.map((picture) => [picture.id, picture])), [pictures]);
  const ids = useMemo(() => (held && known ? held.ids.filter((id) => known.has(id)) : []), [held, known]);
  const at = held === null ? -1 : ids.indexOf(held.hereId);
  return {
    way:
      known === null || at < 0
        ? null
        : {
            count: ids.length,
            at,
            pictureAt: (place) => known.get(ids[place] ?? ""),
            go(place) {
              const hereId = ids[place];
              if (hereId === undefined || place === at) return;
              setHeld((before) => before && { ...before, hereId });
              onGo(hereId);
            },
          },
    open(hereId) {
      setHeld({ ids: read().map(({ id }) => id), hereId });
      onGo(hereId);
    },
    close: () => setHeld(null),
  };
}
