"use client";
import { PenLine, Shuffle, WandSparkles } from "lucide-react";
import { useMemo, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { onDemand } from "@/components/ui/on-demand";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Act } from "@/lib/client/history/history";
import { useHistory } from "@/lib/client/history/history-provider";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeyInText } from "@/lib/client/keyboard/use-key-in-text";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useCommands } from "@/lib/client/palette/palette-provider";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";

const OPEN = {
  rewrite: onDemand(() => import("./rewrite-dialog").then((file) => file.RewriteDialog)),
  vary: onDemand(() => import("./vary-dialog").then((file) => file.VaryDialog)),
} as const;
type Way = keyof typeof OPEN;

/** Help with the words of the draft on the desk: in other words, or along an axis. Nothing changes before a person has seen what. */
export function PromptHelp({ projectId }: { projectId: string }) {
  const desk = useDeskStore();
  const history = useHistory();
  const text = useDesk((state) => state.draft.recipe.text);
  const isPattern = useDesk((state) => state.draft.pattern !== null);
  const [open, setOpen] = useState<Way | null>(null);
  const [applied, setApplied] = useState<{ readonly act: Act; readonly words: string } | null>(null);
  const notMine = useRefusal("help.ask");
  const keys = useChord("help");
  const refusal =
    notMine ??
    (isPattern
      ? "The words are the pattern's. Take it apart to change them."
      : text.trim() === ""
        ? "Write something in the prompt first."
        : null);
  const show = (way: Way) => (refusal === null ? setOpen(way) : announce({ tone: "warn", text: refusal }));
  useKeys("board", { help: () => show("rewrite") });
  useKeyInText("undo", () => {
    const written = document.activeElement;
    if (applied === null || !(written instanceof HTMLTextAreaElement) || written.value !== applied.words) return false;
    setApplied(null);
    void history.undo(applied.act);
    return true;
  });
  useCommands(
    useMemo(
      () =>
        (["rewrite", "vary"] as const).map((way) => ({
          id: `board.help.${way}`,
          title: way === "rewrite" ? "Rewrite the prompt" : "Vary the prompt along an axis",
          group: "Board",
          keywords: ["help", "words", "language model"],
          disabledReason: refusal,
          run: () => setOpen(way),
        })),
      [refusal],
    ),
  );

  /** Puts words into the draft, so that they can be taken back; what the help was used for is noted beside it. */
  const apply = (next: string, helpId: string, part: number) => {
    const before = desk.getState().draft.recipe.text;
    const put = (words: string) => async () => desk.getState().setRecipe({ text: words });
    const act = { title: "help with the words", forth: put(next), back: put(before) };
    void history.act(act);
    setApplied({ act, words: next });
    setOpen(null);
    announce({
      tone: "ok",
      text: "The prompt has other words now.",
      action: { label: "Undo", run: () => void history.undo(act) },
    });
    rpc.help.use({ helpId, part }).catch((error: unknown) => announce({ tone: "warn", text: sentenceOf(error) }));
  };
  const Dialog = open === null ? null : OPEN[open];
  return (
    <>
      <Menu
        side="top"
        align="start"
        trigger={
          <Button
            variant="ghost"
            size="small"
            icon={<WandSparkles size={14} aria-hidden />}
            tip="Help with the words"
            keys={keys}
            disabledReason={notMine}
          >
            <span className="@max-4xl:sr-only">Help</span>
          </Button>
        }
      >
        <MenuItem icon={<PenLine size={13} aria-hidden />} keys={keys} disabledReason={refusal} onSelect={() => setOpen("rewrite")}>
          Rewrite the prompt…
        </MenuItem>
        <MenuItem icon={<Shuffle size={13} aria-hidden />} disabledReason={refusal} onSelect={() => setOpen("vary")}>
          Vary along an axis…
        </MenuItem>
      </Menu>
      {Dialog ? <Dialog projectId={projectId} text={text} onApply={apply} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
