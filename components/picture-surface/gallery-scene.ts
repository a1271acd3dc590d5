import type { SurfacePicture } from "./scene";

/** One file of a gallery as it is drawn and read. The same object as long as nothing about it changes. */
export type GalleryCell = {
  /** Unique in the gallery: selection is a set of ids. */
  readonly id: string;
  /** What a screen reader says, marks included. */
  readonly label: string;
  readonly title: string;
  /** What a list says beside the title, from the right edge inwards. */
  readonly facts: readonly string[];
  readonly picture: Omit<SurfacePicture, "x" | "y" | "w" | "h" | "id" | "label">;
  /** 0–5. */
  readonly stars: number;
  /** A colour label: a CSS colour and the letter that says it too. */
  readonly mark: { readonly css: string; readonly letter: string } | null;
  /** How many lie in its stack; 1 when it is in none. */
  readonly stacked: number;
};

/** What is drawn of a row nobody has read yet: 24-bit RGB and width / height. */
export type GalleryGlimpse = { readonly colour: number; readonly aspect: number };
