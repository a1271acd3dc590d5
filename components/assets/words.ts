import type { ASSET_ORIGINS } from "@/lib/domain/asset/asset-view";
import type { AssetRights } from "@/lib/domain/asset/rights";

export type AssetOrigin = (typeof ASSET_ORIGINS)[number];

export const ORIGIN_WORDS = {
  upload: "Uploaded",
  import: "Imported",
  output: "Generated",
  publication: "Published",
} as const satisfies Record<AssetOrigin, string>;

export const CONSENT_WORDS = {
  unknown: { label: "Not known", hint: "Nobody has said" },
  "not-needed": { label: "Not needed", hint: "Nobody can be recognised" },
  given: { label: "Given", hint: "The people shown agree" },
  refused: { label: "Refused", hint: "It must not be used" },
} as const satisfies Record<AssetRights["consent"], { label: string; hint: string }>;

const UNITS = ["B", "kB", "MB", "GB"] as const;
const STEP = 1000;

/** A file's size as people read it: 1234567 → "1.2 MB". */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / STEP ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[power]}`;
}
