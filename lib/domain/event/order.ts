import type { StudioEvent } from "./studio-event";

/** What was heard of a thing last: its version and the place in the stream. */
export interface Heard {
  readonly version: number;
  readonly position: string | undefined;
}

/**
 * Whether an event says more than what is known: a late or repeated one never moves anything backwards. Something that
 * happened around a thing – an answer to a vote, a use of a pattern – leaves its version as it is and stands at another
 * place in the stream.
 */
export function isNews(known: Heard | undefined, event: Pick<StudioEvent, "version">, position: string | undefined): boolean {
  if (known === undefined || event.version > known.version) return true;
  return event.version === known.version && position !== known.position;
}
