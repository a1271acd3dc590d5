import type { GalleryCell, RowRange } from "@/components/picture-surface/gallery";
import type { GalleryIndex, GalleryRow } from "@/lib/domain/asset/gallery";
import type { Gallery, RowChange } from "./gallery-source";

export interface StackPorts {
  /** Everything that lies in a stack, its cover too, newest first. */
  members(stackId: string): Promise<readonly GalleryRow[]>;
  cellOf(row: GalleryRow): GalleryCell;
}

export interface StackedGallery extends Gallery {
  /** Opens the stack of this row where it lies, or folds it; false when the row is in none. */
  turnStack(row: number): Promise<boolean>;
}

/** A stack that lies open: the rows after its cover. */
interface OpenStack {
  readonly stackId: string;
  readonly coverId: string;
  /** Where the cover is in the list below. */
  at: number;
  rows: readonly GalleryRow[];
  cells: readonly GalleryCell[];
}

type Place = { readonly below: number } | { readonly stack: OpenStack; readonly nth: number };

/**
 * A gallery in which stacks open in place: what lies in one follows its cover, and everything after it makes room. The list below knows nothing
 * of it.
 */
export function withOpenStacks(gallery: Gallery, ports: StackPorts): StackedGallery {
  /** In the order of their places. */
  let open: readonly OpenStack[] = [];
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  const placeOf = (row: number): Place => {
    let shift = 0;
    for (const stack of open) {
      const cover = stack.at + shift;
      if (row <= cover) break;
      if (row <= cover + stack.rows.length) return { stack, nth: row - cover - 1 };
      shift += stack.rows.length;
    }
    return { below: row - shift };
  };
  /** The row below that a row is, or comes after. */
  const belowOf = (row: number): number => {
    const place = placeOf(row);
    return "below" in place ? place.below : place.stack.at;
  };
  const aboveOf = (below: number): number => open.reduce((sum, { at, rows }) => sum + (at < below ? rows.length : 0), below);
  const rangeBelow = ({ first, end }: RowRange): RowRange => ({
    first: belowOf(first),
    end: end > first ? belowOf(end - 1) + 1 : belowOf(end),
  });
  const rowAt = (row: number): GalleryRow | undefined => {
    const place = placeOf(row);
    return "below" in place ? gallery.rowAt(place.below) : place.stack.rows[place.nth];
  };

  const laid = (rows: readonly GalleryRow[]) =>
    rows.map((row, nth): GalleryCell => {
      const cell = ports.cellOf({ ...row, stackSize: 1 });
      const place = `${nth + 2} of ${rows.length + 1}`;
      const { badge } = cell.picture;
      return {
        ...cell,
        label: `${cell.label}, ${place} in its stack`,
        picture: { ...cell.picture, badge: badge ? `${place}, ${badge}` : place },
      };
    });
  const fill = (stack: OpenStack, members: readonly GalleryRow[]) => {
    stack.rows = members.filter(({ id }) => id !== stack.coverId);
    stack.cells = laid(stack.rows);
  };

  /** Stacks whose cover has moved move along; one that is no stack any more folds. */
  const follow = () => {
    const still = open.filter((stack) => {
      const found = gallery.whereIs(stack.coverId);
      if (found !== null) stack.at = found;
      const cover = gallery.rowAt(stack.at);
      // What is not read now is believed to be as it was.
      return cover === undefined || (cover.id === stack.coverId && cover.stackId === stack.stackId);
    });
    open = still.sort((one, other) => one.at - other.at);
  };

  return {
    ...gallery,
    total: () => gallery.total() + open.reduce((sum, { rows }) => sum + rows.length, 0),
    rowAt,
    cellAt: (row) => {
      const place = placeOf(row);
      return "below" in place ? gallery.cellAt(place.below) : place.stack.cells[place.nth];
    },
    glimpseAt: (row) => {
      const place = placeOf(row);
      return "below" in place ? gallery.glimpseAt(place.below) : null;
    },
    look: (rows, speed, isFast) => gallery.look(rangeBelow(rows), speed, isFast),
    subscribe(listener) {
      listeners.add(listener);
      const stop = gallery.subscribe(() => {
        follow();
        listener();
      });
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    whereIs(assetId) {
      for (const stack of open) {
        const nth = stack.rows.findIndex(({ id }) => id === assetId);
        if (nth >= 0) return aboveOf(stack.at) + 1 + nth;
      }
      const below = gallery.whereIs(assetId);
      return below === null ? null : aboveOf(below);
    },
    async readRows(range) {
      await gallery.readRows(rangeBelow(range));
      const rows = Array.from({ length: Math.max(0, range.end - range.first) }, (_, nth) => rowAt(range.first + nth));
      return rows.filter((row) => row !== undefined);
    },
    setIndex(index: GalleryIndex) {
      gallery.setIndex(index);
      for (const stack of open)
        void ports.members(stack.stackId).then(
          (members) => {
            fill(stack, members);
            notify();
          },
          // As it was: the next reading says more.
          () => undefined,
        );
    },
    patch(change: (row: GalleryRow) => RowChange | null) {
      for (const stack of open) {
        stack.rows = stack.rows.map((row) => ({ ...row, ...change(row) }));
        stack.cells = laid(stack.rows);
      }
      gallery.patch(change);
    },
    async turnStack(row) {
      const place = placeOf(row);
      const folded = "below" in place ? open.find(({ at }) => at === place.below) : place.stack;
      if (folded) {
        open = open.filter((stack) => stack !== folded);
        notify();
        return true;
      }
      const cover = rowAt(row);
      if (!cover?.stackId || !("below" in place)) return false;
      const stack: OpenStack = { stackId: cover.stackId, coverId: cover.id, at: place.below, rows: [], cells: [] };
      fill(stack, await ports.members(cover.stackId));
      // Pressed twice while it was read.
      if (open.some(({ stackId }) => stackId === stack.stackId)) return true;
      open = [...open, stack];
      follow();
      notify();
      return true;
    },
  };
}
