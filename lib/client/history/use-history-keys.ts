"use client";
import { useRouter } from "next/navigation";
import { type UseKeysOptions, useKeys } from "../keyboard/use-keys";
import type { Step } from "./history";
import { useUndoing } from "./history-provider";
import { refusal } from "./use-undoable";

const pathOf = (address: string) => address.split("?", 1)[0];

/** The keys of undo and redo, which say what they did – and where, when that is not the screen one looks at. */
export function useHistoryKeys(options?: UseKeysOptions): void {
  const { history, say } = useUndoing();
  const router = useRouter();
  const tell = (word: string, nothing: string, step: Promise<Step | null>) =>
    void step.then(
      (done) => {
        const isElsewhere = done !== null && pathOf(done.where) !== location.pathname;
        say({
          tone: "plain",
          text: done ? `${word} ${done.title}.` : nothing,
          id: "history",
          ...(isElsewhere
            ? { detail: "It was done on another screen.", action: { label: "Show", run: () => router.push(done.where) } }
            : {}),
        });
      },
      (error: unknown) => say(refusal(error)),
    );
  useKeys(
    "studio",
    {
      undo: () => tell("Undid", "Nothing to undo.", history.undo()),
      redo: () => tell("Did again:", "Nothing to redo.", history.redo()),
    },
    options,
  );
}
