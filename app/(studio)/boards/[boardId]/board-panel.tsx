"use client";
import { BoardInspector } from "@/components/board/board-inspector";
import { NotesPanel, type NotesPanelProps } from "@/components/board/notes-panel";
import { PatternUsed } from "@/components/board/pattern-used";
import type { BoardActs } from "@/components/board/use-board-acts";
import { BoardRecipe } from "@/components/recipe/board-recipe";
import { ReplayWay } from "@/components/recipe/replay-way";
import { FinaliseBar } from "@/components/run/finalise-bar";
import type { ShownRecipe } from "@/lib/client/recipe/shown-recipe";

export interface BoardPanelProps extends Omit<NotesPanelProps, "promptId"> {
  readonly acts: BoardActs;
  /** The review card this board retries for. */
  readonly cardId: string | null;
  /** The recipe of where one is; null where there is none. */
  readonly shown: ShownRecipe | null;
  /** Why it cannot run again; null: it can. */
  readonly replayReason: string | null;
  readonly onReplay: () => void;
}

/** What is known about where one is on a board, with what other surfaces know of it. */
export function BoardPanel({ acts, cardId, shown, replayReason, onReplay, ...notes }: BoardPanelProps) {
  const { sections } = notes;
  const { here } = acts;
  return (
    <BoardInspector
      acts={acts}
      finalise={(variantId) => <FinaliseBar variantId={variantId} cardId={cardId} />}
      recipe={
        shown && here ? (
          <BoardRecipe
            shown={shown}
            pattern={here.prompt.pattern ? <PatternUsed use={here.prompt.pattern} /> : null}
            replay={here.variant ? <ReplayWay reason={replayReason} onReplay={onReplay} /> : null}
          />
        ) : null
      }
      notes={here || sections.here ? <NotesPanel {...notes} promptId={here?.prompt.id ?? null} /> : null}
    />
  );
}
