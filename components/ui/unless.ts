import { announce, hush } from "./announce";

/** Does the act of a key, or says why it cannot be done: a key that does nothing and says nothing looks broken. */
export function unless(reason: string | null, act: () => unknown): void {
  if (reason === null) {
    hush();
    act();
  } else announce({ tone: "warn", text: reason, id: reason });
}
