import type { DisclosureKind } from "@/lib/domain/publication/disclosure";
import { DEFECT_KINDS, type DefectKind, SEVERITIES, type Severity } from "@/lib/domain/review/defect";
import type { FallbackKind } from "@/lib/domain/review/fallback";
import type { QueueView } from "@/lib/domain/review/view";

/** What a kind of defect is called, and what it is seen by. */
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
} as const satisfies Record<DefectKind, { label: string; hint: string }>;

export const SEVERITY_WORDS = {
  minor: { label: "Minor", hint: "Seen when looked for" },
  major: { label: "Major", hint: "Seen at once" },
  critical: { label: "Critical", hint: "Cannot go out like this" },
} as const satisfies Record<Severity, { label: string; hint: string }>;

export const DEFECT_OPTIONS = DEFECT_KINDS.map((value) => ({ value, ...DEFECT_WORDS[value] }));
export const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, ...SEVERITY_WORDS[value] }));

export const FALLBACK_WORDS = {
  engine: "Another engine",
  pattern: "Another pattern",
  "library-asset": "A picture we have",
  manual: "Work by hand",
  stop: "Stop",
} as const satisfies Record<FallbackKind, string>;

export const VIEW_WORDS = {
  mine: { label: "Mine", empty: "Nothing waits for you", hint: "Cards appear here when the next step is yours." },
  unassigned: {
    label: "Unassigned",
    empty: "Every card has an owner",
    hint: "Cards without an owner appear here until somebody takes them.",
  },
  waiting: {
    label: "Waiting on others",
    empty: "Nobody keeps you waiting",
    hint: "Cards of yours whose next step is somebody else's appear here.",
  },
  overdue: { label: "Overdue", empty: "Nothing is overdue", hint: "Open cards past their due date appear here." },
  all: { label: "All", empty: "No review cards yet", hint: "Choose a variant on a board and send it to review: that starts a card." },
} as const satisfies Record<QueueView, { label: string; empty: string; hint: string }>;

export const DISCLOSURE_WORDS = {
  none: {
    label: "No disclosure",
    hint: "Viewers are told nothing. Right where nobody could take the picture for a real one, or nothing was generated.",
  },
  "ai-generated-label": { label: "AI-generated label", hint: "Viewers are told that this picture was generated." },
  "deep-fake-notice": {
    label: "Deep-fake notice",
    hint: "Viewers are told that real people, places or events are shown as they were not.",
  },
} as const satisfies Record<DisclosureKind, { label: string; hint: string }>;
