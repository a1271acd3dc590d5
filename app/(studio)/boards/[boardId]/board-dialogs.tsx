"use client";
import { RerunBelowDialog } from "@/components/board/rerun-below-dialog";
import type { BoardActs } from "@/components/board/use-board-acts";
import { PromoteDialog } from "@/components/library/promote-dialog";
import { SendToReviewDialog } from "@/components/review/send-to-review";
import { StartVoteDialog } from "@/components/vote/start-vote-dialog";

export type OpenDialog = "promote" | "send" | "vote" | "below" | null;

export interface BoardDialogsProps {
  readonly open: OpenDialog;
  readonly onOpen: (open: OpenDialog) => void;
  readonly acts: Pick<BoardActs, "here" | "variants">;
  readonly projectId: string;
  readonly cardId: string | null;
}

/** What stands in front of a board: the ways on from what is chosen. */
export function BoardDialogs({ open, onOpen, acts, projectId, cardId }: BoardDialogsProps) {
  const opens = (dialog: OpenDialog) => ({ open: open === dialog, onOpenChange: (isOpen: boolean) => onOpen(isOpen ? dialog : null) });
  const variantIds = acts.variants.map(({ id }) => id);
  const [chosen] = variantIds;
  return (
    <>
      {acts.here && open === "below" ? <RerunBelowDialog {...opens("below")} prompt={acts.here.prompt} /> : null}
      {chosen === undefined ? null : (
        <>
          <PromoteDialog {...opens("promote")} variantIds={variantIds} />
          <SendToReviewDialog
            {...opens("send")}
            projectId={projectId}
            variantIds={variantIds}
            cardId={cardId}
            onSent={() => onOpen(null)}
          />
        </>
      )}
      <StartVoteDialog {...opens("vote")} variantIds={variantIds} />
    </>
  );
}
