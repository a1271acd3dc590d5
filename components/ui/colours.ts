/** Or none of them. */
export type Colour = "none" | "red" | "yellow" | "green" | "blue" | "violet";

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

type Mark = { readonly word: string; readonly letter: string; readonly css: string };

export const colourLook = (colour: Colour): Mark | null => (colour === "none" ? null : COLOUR_LOOKS[colour]);

/** As it is read aloud after what else is said of a picture; empty without a colour. */
export const colourWords = (colour: Colour): string => (colour === "none" ? "" : `, ${COLOUR_LOOKS[colour].word.toLowerCase()}`);

/** The colour that a press of this one means: pressed where all have it, it is taken off. */
export const nextColour = (colour: Exclude<Colour, "none">, has: readonly Colour[]): Colour =>
  has.length > 0 && has.every((one) => one === colour) ? "none" : colour;
