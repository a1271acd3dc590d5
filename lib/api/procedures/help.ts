import { askHelp } from "@/lib/services/help/ask-help";
import { cancelHelp } from "@/lib/services/help/cancel-help";
import { getHelp } from "@/lib/services/help/get-help";
import { listHelps } from "@/lib/services/help/list-helps";
import { markHelpUsed } from "@/lib/services/help/mark-help-used";
import { quoteHelp } from "@/lib/services/help/quote-help";
import { recordFinding } from "@/lib/services/help/record-finding";
import { procedure } from "../procedure";

const tags = ["Help"] as const;

export const help = {
  quote: procedure(quoteHelp, { method: "POST", path: "/helps/quotes", summary: "Ask who would help with words, and at what price", tags }),
  ask: procedure(askHelp, {
    method: "POST",
    path: "/helps",
    summary: "Ask for a prompt in other words, ways along an axis, the faults of an attempt, or alternative text",
    tags,
  }),
  cancel: procedure(cancelHelp, {
    method: "POST",
    path: "/helps/{helpId}/cancel",
    summary: "Take back a help before the language model is asked",
    tags,
  }),
  list: procedure(listHelps, { method: "GET", path: "/helps", summary: "List helps, newest first", tags }),
  get: procedure(getHelp, { method: "GET", path: "/helps/{helpId}", summary: "Read a help with its answer", tags }),
  use: procedure(markHelpUsed, { method: "POST", path: "/helps/{helpId}/use", summary: "Note that a part of an answer was used", tags }),
  recordFinding: procedure(recordFinding, {
    method: "POST",
    path: "/helps/{helpId}/defects",
    summary: "Make a finding a defect of the attempt it is about",
    tags,
  }),
};
