import type { RunView } from "./view";

/** Fewer runs that succeeded say nothing of the next one. */
export const FEWEST_KNOWN = 3;

/**
 * When a run in flight is likely to be done. `none`: too little is known of such runs. `once-started`: it still waits, and takes
 * about so long then. `about`: about so much is left. `longer`: it takes longer than such runs usually do.
 */
export type TimeLeft = { readonly kind: "none" | "longer" } | { readonly kind: "once-started" | "about"; readonly ms: number };

/** @param usualMs how long such a run usually takes from its submit to its last output; null when that is not known */
export function timeLeft({ status, startedAt }: Pick<RunView, "status" | "startedAt">, usualMs: number | null, now: number): TimeLeft {
  if (usualMs === null) return { kind: "none" };
  if (status !== "processing" || startedAt === null) return { kind: "once-started", ms: usualMs };
  const ms = usualMs - (now - new Date(startedAt).getTime());
  return ms > 0 ? { kind: "about", ms } : { kind: "longer" };
}

const SECOND_MS = 1_000;

/** Seconds up to a minute and a half, then minutes: an estimate is no more exact than that. */
function lengthWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / SECOND_MS));
  return seconds <= 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

export function timeLeftWords(left: TimeLeft): string {
  switch (left.kind) {
    case "none":
      return "no estimate yet";
    case "longer":
      return "longer than usual";
    case "once-started":
      return `about ${lengthWords(left.ms)} once it starts`;
    case "about":
      return `about ${lengthWords(left.ms)} left`;
    default:
      return left satisfies never;
  }
}
