"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import { draftFrom } from "@/lib/client/desk/draft";
import { rpc } from "@/lib/client/rpc";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";

export interface OvertakenProps {
  /** The studio's sentence: somebody changed this prompt first, or ran it. */
  readonly sentence: string;
  readonly models: readonly CatalogueModel[];
  readonly onSettled: () => void;
}

/** Somebody else changed the prompt that is being edited. What was typed is kept unless the person takes theirs. */
export function Overtaken({ sentence, models, onSettled }: OvertakenProps) {
  const desk = useDeskStore();
  const reload = useMutation({
    mutationFn: async (whose: "mine" | "theirs") => {
      const { draft } = desk.getState();
      if (draft.origin.kind !== "edit") return;
      const theirs = draftFrom(await rpc.prompt.get({ promptId: draft.origin.promptId }), models);
      const { recipe, pattern } = desk.getState().draft;
      desk.getState().setDraft(whose === "mine" ? { ...theirs, recipe, pattern } : theirs);
    },
    onSuccess: onSettled,
  });
  return (
    <div role="alert" className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-bad-soft px-2.5 py-1.5 text-xs">
      <p className="flex items-center gap-1.5">
        <CircleAlert size={14} className="shrink-0 text-bad" aria-hidden />
        {sentence} What you typed is kept.
      </p>
      <span className="flex gap-1.5">
        <Button size="small" busy={reload.isPending} onClick={() => reload.mutate("mine")}>
          Reload, keep my words
        </Button>
        <Button size="small" variant="ghost" busy={reload.isPending} onClick={() => reload.mutate("theirs")}>
          Take theirs
        </Button>
      </span>
    </div>
  );
}
