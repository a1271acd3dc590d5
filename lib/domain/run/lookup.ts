/** When the provider's list is read after a submit without an answer, each counted from the look before. Seconds. */
export const LOOK_AFTER_SECONDS = [5, 30, 120, 600, 3_600] as const;

/** What is not in the list this long after its submit never arrived. Milliseconds. */
const ABSENT_FOR_GOOD_MS = 150_000;

/** `adopt`: it was made, go on with it. `not-made`: nothing is owed. */
export type LookupStep = "adopt" | "not-made" | "look-again" | "ask-a-person";

/**
 * What follows from one look at the provider's list for an unknown run. Never a second submit: what cannot be told from
 * the list is left to a person.
 * @param look how many looks there were before
 */
export function stepAfterLook(found: "found" | "absent" | "unclear" | "fault", facts: { ageMs: number; look: number }): LookupStep {
  if (found === "found") return "adopt";
  if (found === "absent" && facts.ageMs >= ABSENT_FOR_GOOD_MS) return "not-made";
  return facts.look + 1 < LOOK_AFTER_SECONDS.length ? "look-again" : "ask-a-person";
}
