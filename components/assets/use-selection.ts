"use client";
import { useCallback, useRef, useState } from "react";
import type { GalleryMode } from "@/components/picture-surface/gallery";
import { announce } from "@/components/ui/announce";
import type { Gallery } from "./gallery-source";
import { NOTHING_SELECTED, type Selection, toggled } from "./selection";

/** A longer range is meant as "all": then a filter says which, and nothing has to be read. */
const MAX_RANGE = 5_000;

/** Where one is in a gallery and what is selected there. A new gallery begins with nothing, as after `clear`: what was there has left the list. */
export function useSelection(gallery: Gallery) {
  const [held, setHeld] = useState<{ gallery: Gallery; at: number | null; selection: Selection }>({
    gallery,
    at: null,
    selection: NOTHING_SELECTED,
  });
  const anchor = useRef<number | null>(null);
  const turn = useRef(0);
  const { at, selection } = held.gallery === gallery ? held : { at: null, selection: NOTHING_SELECTED };

  const go = useCallback(
    async (row: number, mode: GalleryMode) => {
      turn.current += 1;
      const mine = turn.current;
      setHeld((before) => ({ ...before, gallery, at: row, selection: before.gallery === gallery ? before.selection : NOTHING_SELECTED }));
      if (mode !== "range") anchor.current = row;
      const from = anchor.current ?? row;
      const range = { first: Math.min(from, row), end: Math.max(from, row) + 1 };
      if (range.end - range.first > MAX_RANGE) {
        announce({ tone: "plain", text: `A range has at most ${MAX_RANGE.toLocaleString("en")} files. Filter, then select all.` });
        return;
      }
      const rows = await gallery.readRows(mode === "range" ? range : { first: row, end: row + 1 });
      // Somebody has gone on meanwhile.
      if (mine !== turn.current) return;
      const ids = rows.map(({ id }) => id);
      const [only] = ids;
      setHeld((before) => ({
        ...before,
        selection: mode === "toggle" && only !== undefined ? toggled(before.selection, only) : { kind: "some", ids: new Set(ids) },
      }));
    },
    [gallery],
  );
  const select = useCallback(
    (next: Selection) => setHeld((before) => ({ gallery, at: before.gallery === gallery ? before.at : null, selection: next })),
    [gallery],
  );
  const clear = useCallback(() => {
    turn.current += 1;
    setHeld({ gallery, at: null, selection: NOTHING_SELECTED });
  }, [gallery]);
  return { at, selection, go, select, clear };
}
