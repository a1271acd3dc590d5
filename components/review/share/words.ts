import type { GuestPower } from "@/lib/domain/guest/power";
import type { LinkState } from "@/lib/domain/guest/share-link";

export const POWER_WORDS: Readonly<Record<GuestPower, { readonly label: string; readonly hint: string }>> = {
  see: { label: "See", hint: "The goal and the newest attempt. Never the recipe, the cost or who is behind it." },
  comment: { label: "Comment", hint: "They read their own threads and your answers, not what the team says among itself." },
  mark: { label: "Mark places", hint: "A mark becomes a defect only when a reviewer takes it for one." },
  recommend: { label: "Recommend", hint: "Approve, or changes with a note. It decides nothing." },
  download: { label: "Download", hint: "The file as it was submitted. Every download stands in the log." },
};

/** What downloading means through a watermarked link. */
export const WATERMARKED_DOWNLOAD =
  "The picture as they see it, with their name on it; of a film, its first picture. Every download stands in the log.";

export const LINK_LOOKS: Readonly<Record<LinkState, { readonly word: string; readonly tone: "ok" | "warn" | "plain" }>> = {
  open: { word: "Open", tone: "ok" },
  expired: { word: "Expired", tone: "warn" },
  revoked: { word: "Revoked", tone: "plain" },
};

/** Lives a link is given, as a Select has them. */
export const LIFE_OPTIONS = [
  { value: "1", label: "For a day" },
  { value: "7", label: "For a week" },
  { value: "30", label: "For 30 days" },
  { value: "90", label: "For 90 days" },
  { value: "never", label: "Until it is revoked" },
] as const;
export type Life = (typeof LIFE_OPTIONS)[number]["value"];

export const daysOf = (life: Life) => (life === "never" ? null : Number(life));
