import type { Colour } from "@/lib/domain/selection/flags";

/** How a colour label is shown: the same in both themes, light enough for dark letters on it, and always with its letter or word. */
export const COLOUR_LOOKS: Readonly<
  Record<Exclude<Colour, "none">, { readonly word: string; readonly letter: string; readonly css: string }>
> = {
  red: { word: "Red", letter: "R", css: "#f0716f" },
  yellow: { word: "Yellow", letter: "Y", css: "#e6bf3c" },
  green: { word: "Green", letter: "G", css: "#5fbf7a" },
  blue: { word: "Blue", letter: "B", css: "#6ea8f5" },
  violet: { word: "Violet", letter: "V", css: "#bd93f0" },
};
