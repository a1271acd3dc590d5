import type { CommercialUse, Watermark } from "@/lib/domain/engine/catalogue-entry";

export const COMMERCIAL_WORDS = {
  yes: "Allowed",
  "paid-licence": "Takes a paid licence",
  no: "Not allowed",
} as const satisfies Record<CommercialUse, string>;
export const WATERMARK_WORDS = {
  none: "None",
  optional: "Can be turned off",
  invisible: "Invisible",
  visible: "Visible",
} as const satisfies Record<Watermark, string>;
