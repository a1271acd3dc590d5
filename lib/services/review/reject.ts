import { decisionVerb } from "./decide-attempt";

/** The owner ends the deliverable, with a reason. */
export const reject = decisionVerb("card.reject", "reject");
