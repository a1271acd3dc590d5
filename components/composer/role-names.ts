import type { ReferenceRole } from "@/lib/domain/prompt/recipe";

/** What the roles of references are called on screen. */
export const ROLE_NAMES: Readonly<Record<ReferenceRole, string>> = {
  style: "Style",
  character: "Character",
  product: "Product",
  composition: "Composition",
  mood: "Mood",
  "start-frame": "Start frame",
  "end-frame": "End frame",
  motion: "Motion",
  mask: "Mask",
  image: "Image",
};
