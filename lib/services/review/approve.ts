import { approve as approveCurrent } from "@/lib/domain/review/decide";
import { decisionVerb } from "./decide-attempt";

/** The owner approves exactly the bytes of this attempt. */
export const approve = decisionVerb("card.approve", "approved", "approved", approveCurrent);
