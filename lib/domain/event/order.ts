import type { StudioEvent } from "./studio-event";

/** Whether an event says more than what is known: a late or repeated one never moves anything backwards. */
export function isNews(knownVersion: number | undefined, event: Pick<StudioEvent, "version">): boolean {
  return knownVersion === undefined || event.version > knownVersion;
}
