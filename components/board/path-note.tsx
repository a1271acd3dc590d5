"use client";
import { Waypoints, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { BoardView } from "./use-board-view";

const TITLE_LENGTH = 48;

/** Says whose path stands out, with the way back to the whole board. */
export function PathNote({ view, prompts }: { view: BoardView; prompts: readonly PromptView[] }) {
  const followed = prompts.find(({ id }) => id === view.path);
  if (!followed || !view.lit) return null;
  return (
    <p role="status" className="flex shrink-0 items-center gap-2 border-b border-line bg-surface py-1 pr-1 pl-3 text-xs">
      <Waypoints size={13} className="shrink-0 text-accent-ink" aria-hidden />
      <span className="min-w-0 truncate">
        The path of <bdi>“{titleOf(followed.recipe.text, TITLE_LENGTH)}”</bdi>
      </span>
      <span className="shrink-0 text-muted">
        {view.lit.prompts.size} of {prompts.length} prompts
      </span>
      <IconButton size="small" label="Show the whole board again" icon={<X size={13} aria-hidden />} onClick={() => view.follow(null)} />
    </p>
  );
}
