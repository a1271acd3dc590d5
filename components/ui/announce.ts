import { toast } from "sonner";

export type Announcement = {
  tone: "plain" | "ok" | "warn" | "bad";
  /** What happened, as a sentence. */
  text: string;
  /** What follows from it, what is kept. */
  detail?: string;
  /** The way back or the way there: "Undo", "Open board". */
  action?: { label: string; run: () => void };
  /** The same thing said again replaces what was said before. */
  id?: string;
};

const SHOWN_MS = 5_000;
const SHOWN_LONGER_MS = 10_000;

const SAY = { plain: toast.message, ok: toast.success, warn: toast.warning, bad: toast.error } as const;

/** What is being said about acts that could not be done. It is true only until the next act. */
const refusals = new Set<string | number>();

/** Takes back what was said about acts that could not be done: the person has gone on. What failed stays. */
export function hush(except?: string): void {
  for (const id of refusals) if (id !== except) toast.dismiss(id);
  refusals.clear();
}

/** Says what came of an act, on screen and to screen readers, wherever the person is now. What went wrong, or can be acted on, stays longer. */
export function announce({ tone, text, detail, action, id }: Announcement): void {
  hush(id);
  const shown = SAY[tone](text, {
    duration: action || tone === "bad" || tone === "warn" ? SHOWN_LONGER_MS : SHOWN_MS,
    ...(id ? { id } : {}),
    ...(detail ? { description: detail } : {}),
    ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
  });
  if (tone === "warn") refusals.add(shown);
}
