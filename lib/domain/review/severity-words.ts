import { SEVERITIES, type Severity } from "./defect";

/** What a grade of a defect is called, and when it is one. */
export const SEVERITY_WORDS = {
  minor: { label: "Minor", hint: "Seen when looked for" },
  major: { label: "Major", hint: "Seen at once" },
  critical: { label: "Critical", hint: "Cannot go out like this" },
} as const satisfies Record<Severity, { label: string; hint: string }>;

/** The grades to choose from, the mildest first. */
export const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, ...SEVERITY_WORDS[value] }));
