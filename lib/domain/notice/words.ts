import type { NoticeKind } from "./notice";

/** What each kind of notice is called, and when it comes. */
export const NOTICE_WORDS = {
  assigned: { label: "Handed to me", hint: "A card, or its work, is yours now" },
  submitted: { label: "Waits for my decision", hint: "An attempt was submitted to a card you own" },
  decided: { label: "Decided", hint: "Your attempt was approved or rejected" },
  "changes-requested": { label: "Changes requested", hint: "Your attempt was sent back" },
  exhausted: { label: "Exhausted", hint: "No retry is left on a card of yours" },
  mentioned: { label: "Named", hint: "Somebody wrote @ and your name" },
  replied: { label: "Comments", hint: "On your attempts, your cards and in threads you are in" },
  "due-soon": { label: "Due soon", hint: "The next step is yours and its time is near" },
  overdue: { label: "Overdue", hint: "The next step is yours and its time is past" },
  escalated: { label: "Escalated", hint: "For leads: somebody else's card has been overdue for long" },
  run: { label: "Runs", hint: "A run of yours that took over a minute is done or failed" },
  publication: { label: "Publications", hint: "What you published or made is out, or could not be written" },
} as const satisfies Record<NoticeKind, { label: string; hint: string }>;
