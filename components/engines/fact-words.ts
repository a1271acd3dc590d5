import type { CommercialUse, ListedPrice, Watermark } from "@/lib/domain/engine/catalogue-entry";
import { formatMicros } from "@/lib/domain/money/micros";

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

/** "$0.050 per image (720p)", a range where the source gives one. */
export function priceText({ per, leastMicros, mostMicros, applies }: ListedPrice): string {
  const least = formatMicros(BigInt(leastMicros));
  const amount = leastMicros === mostMicros ? least : `${least}–${formatMicros(BigInt(mostMicros))}`;
  return `${amount} per ${per.replace("-", " ")}${applies === "" ? "" : ` (${applies})`}`;
}
