import type { StudioEvent } from "@/lib/domain/event/studio-event";

/** Something came in through a link: open cards and lists of links read again. */
export const guestEvent = (linkId: string, act: string): StudioEvent => ({ kind: "share", id: linkId, version: 0, act });
