import type { BuiltInKind } from "./defect";

/** What a built-in kind of defect is called until a lead calls it otherwise, and what it is seen by. */
export const DEFECT_WORDS = {
  hands: { label: "Hands", hint: "Fingers, grips, limbs" },
  text: { label: "Text", hint: "Letters that are wrong or unreadable" },
  logo: { label: "Logo", hint: "A mark that is bent, missing or not ours" },
  artefact: { label: "Artefact", hint: "Traces of the engine: seams, smears, ghosts" },
  colour: { label: "Colour", hint: "Off the palette, wrong cast" },
  composition: { label: "Composition", hint: "Crop, balance, room for the copy" },
  continuity: { label: "Continuity", hint: "Does not match its series" },
  brand: { label: "Brand", hint: "Against the brand's rules" },
  rights: { label: "Rights", hint: "Somebody's likeness or work" },
  safety: { label: "Safety", hint: "Unsafe or unfit to show" },
  other: { label: "Other", hint: "Say it in the note" },
} as const satisfies Record<BuiltInKind, { label: string; hint: string }>;
