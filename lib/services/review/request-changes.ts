import { decisionVerb } from "./decide-attempt";

/** The owner sends the attempt back, with a note. With no retry left the card becomes exhausted. */
export const requestChanges = decisionVerb("card.request-changes", "request-changes");
