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

/** Who says it, once it is on the page. */
export type Voice = {
  readonly announce: (announcement: Announcement) => void;
  readonly hush: (except?: string) => void;
};

let voice: Voice | null = null;
const unsaid: Announcement[] = [];
const listeners = new Set<() => void>();

/** Says what came of an act, on screen and to screen readers, wherever the person is now. What went wrong, or can be acted on, stays longer. */
export function announce(announcement: Announcement): void {
  if (voice) {
    voice.announce(announcement);
    return;
  }
  unsaid.push(announcement);
  for (const listener of listeners) listener();
}

/** Takes back what was said about acts that could not be done: the person has gone on. What failed stays. */
export function hush(except?: string): void {
  voice?.hush(except);
}

/** Says what waited to be said. Returns how to end it. */
export function giveVoice(given: Voice): () => void {
  voice = given;
  for (const announcement of unsaid.splice(0)) given.announce(announcement);
  return () => {
    voice = null;
  };
}

export const isUnsaid = (): boolean => unsaid.length > 0;

export function onUnsaid(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
