import { decisionVerb } from "./decide-attempt";

/** The owner approves exactly the bytes of this attempt. */
export const approve = decisionVerb("card.approve", "approve");
