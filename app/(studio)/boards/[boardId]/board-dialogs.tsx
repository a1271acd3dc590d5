"use client";
import type { BoardActs } from "@/components/board/use-board-acts";
import { onDemand } from "@/components/ui/on-demand";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";

const RerunBelowDialog = onDemand(() => import("@/components/board/rerun-below-dialog").then((file) => file.RerunBelowDialog));
const PromoteDialog = onDemand(() => import("@/components/library/promote-dialog").then((file) => file.PromoteDialog));
const SendToReviewDialog = onDemand(() => import("@/components/review/send-to-review").then((file) => file.SendToReviewDialog));
const ReplayDialog = onDemand(() => import("@/components/recipe/replay-dialog").then((file) => file.ReplayDialog));
const StartVoteDialog = onDemand(() => import("@/components/vote/start-vote-dialog").then((file) => file.StartVoteDialog));

export type OpenDialog = "promote" | "send" | "vote" | "below" | "replay" | null;

export interface BoardDialogsProps {
  readonly open: OpenDialog;
  readonly onOpen: (open: OpenDialog) => void;
  readonly acts: Pick<BoardActs, "here" | "variants">;
  readonly models: readonly CatalogueModel[];
  readonly projectId: string;
  readonly cardId: string | null;
}

/** What stands in front of a board: the ways on from what is chosen. */
export function BoardDialogs({ open, onOpen, acts, models, projectId, cardId }: BoardDialogsProps) {
  const opens = (dialog: OpenDialog) => ({ open: open === dialog, onOpenChange: (isOpen: boolean) => onOpen(isOpen ? dialog : null) });
  const desk = useDeskStore();
  const variantIds = acts.variants.map(({ id }) => id);
  const [chosen] = variantIds;
  return (
    <>
      {acts.here && open === "below" ? <RerunBelowDialog {...opens("below")} prompt={acts.here.prompt} models={models} /> : null}
      {chosen === undefined ? null : (
        <>
          {open === "replay" ? (
            <ReplayDialog
              {...opens("replay")}
              variantId={chosen}
              cardId={cardId}
              onStarted={(promptId) => desk.getState().show(promptId)}
            />
          ) : null}
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
