import type { Rect } from "./geometry";

/** What a text or a mark means; the theme gives it a colour. Never the only carrier of a meaning. */
export type SurfaceTone = "plain" | "quiet" | "accent" | "good" | "warn" | "bad";

export type SurfaceText = { readonly text: string; readonly tone?: SurfaceTone | undefined };

/** One stored size of a picture. `width` is in pixels; the surface takes the narrowest that is sharp enough. */
export type SurfaceSource = { readonly url: string; readonly width: number };

/** One sheet holding small versions of an item's pictures in rows. Several items may share a sheet. Sizes in pixels. */
export type SurfaceAtlas = { readonly url: string; readonly columns: number; readonly tileW: number; readonly tileH: number };

export type SurfacePicture = Rect & {
  /** Unique on the whole surface, items included: selection is a set of ids. */
  readonly id: string;
  /** What a screen reader says. States the owner draws as frame or dimming belong in these words too. */
  readonly label: string;
  readonly state: "ready" | "pending" | "failed";
  /** In any order; empty while nothing is stored yet. A pending picture may have a preview. */
  readonly sources: readonly SurfaceSource[];
  /** Width / height of the picture, known before it is there: it is drawn whole inside its rectangle. */
  readonly aspect: number;
  /** Base64. Drawn until pixels arrive. */
  readonly thumbHash?: string | undefined;
  /** Which tile of the item's atlas shows this picture. */
  readonly tile?: number | undefined;
  readonly frame?: "none" | "picked" | undefined;
  /** Drawn faint, with a cross. */
  readonly dim?: boolean | undefined;
  /** A colour label: a CSS colour, and the letter that says it too. Its word belongs in the label. */
  readonly mark?: { readonly css: string; readonly letter: string } | undefined;
  /** Steps back: something else is looked at now. */
  readonly faint?: boolean | undefined;
  /** Drawn on the picture; what it says belongs in the label too. */
  readonly badge?: string | undefined;
  /** For pending pictures; `fraction` is 0–1, or null while nobody knows. */
  readonly progress?: { readonly fraction: number | null; readonly text: string } | undefined;
  /** Words on a failed picture: what happened. */
  readonly note?: string | undefined;
  /** Of a failed picture: nobody is to blame, somebody has to decide. */
  readonly isOpen?: boolean | undefined;
};

/**
 * A card of pictures, or with `card: false` pictures alone. World units equal CSS pixels at zoom 1; the rectangles of
 * pictures are relative to the item. Items are compared by reference: a changed item is a new object, an unchanged
 * one the same object.
 */
export type SurfaceItem = Rect & {
  readonly id: string;
  readonly label: string;
  readonly header: readonly SurfaceText[];
  readonly chips: readonly SurfaceText[];
  readonly pictures: readonly SurfacePicture[];
  readonly atlas?: SurfaceAtlas | undefined;
  readonly card?: boolean | undefined;
  /** How many usual items it is as much to draw as; 1 unless said. A usual one has a few words and up to eight pictures. */
  readonly bulk?: number | undefined;
  /** ThumbHash, base64, of what stands for it where it is no more than a dot; its card's colour without one. */
  readonly glimpse?: string | undefined;
  /** Steps back whole, with its pictures. */
  readonly faint?: boolean | undefined;
  /** Whether the item can be folded, and is: then neither its pictures nor the items it leads to are in the scene. */
  readonly folding?: "open" | "folded" | undefined;
  /** How many notes are on it: shown as a sheet of paper. What they say belongs in the label, or beside the surface. */
  readonly notes?: number | undefined;
};

/** A curve from the right side of one item to the left side of another, which is its child: edges make the tree that is walked and read. */
export type SurfaceEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly emphasis?: "normal" | "strong" | undefined;
};

/** Ground under items, with a coloured edge: what belongs together. Compared by reference; what it is called is for the owner to say, in a mark. */
export type SurfaceRegion = Rect & {
  readonly id: string;
  /** A CSS colour; null for the colour of hairlines. */
  readonly css: string | null;
};

export type SurfaceScene = {
  readonly items: readonly SurfaceItem[];
  readonly edges: readonly SurfaceEdge[];
  /** Outer ones before those inside them; a few hundred at most. */
  readonly regions?: readonly SurfaceRegion[] | undefined;
};

/** A picture of an item, or the item itself. */
export type SurfaceTarget = { readonly itemId: string; readonly pictureId: string | null };

export function isSameTarget(a: SurfaceTarget | null, b: SurfaceTarget | null): boolean {
  return a === b || (a !== null && b !== null && a.itemId === b.itemId && a.pictureId === b.pictureId);
}

/** The id that stands for a target in a selection. */
export function targetId(target: SurfaceTarget): string {
  return target.pictureId ?? target.itemId;
}
