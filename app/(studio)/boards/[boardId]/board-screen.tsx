"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsBoolean, useQueryState } from "nuqs";
import { BoardSkeleton } from "@/components/board/board-skeleton";
import { StudioPage } from "@/components/shell/studio-page";
import { useArrivalAwaits } from "@/components/ui/arrival";
import { Failure } from "@/components/ui/failure";
import { boardOptions } from "@/lib/client/board/board-options";
import { DeskProvider } from "@/lib/client/desk/desk-provider";
import { emptyDraft } from "@/lib/client/desk/draft";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { OpenBoard } from "./open-board";

/** A board from its address to its desk: reading, failing, open. */
export function BoardScreen({ boardId }: { boardId: string }) {
  const [archived, setArchived] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const board = useQuery({
    ...boardOptions({ boardId, ...(archived ? { archived } : {}) }),
    placeholderData: (before) => (before?.id === boardId ? before : undefined),
  });
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {} }));
  const [model] = models.data ?? [];
  const failed = board.error ?? models.error;
  useArrivalAwaits(!failed && !(board.data && models.data));
  if (board.data && models.data && model)
    return (
      <DeskProvider boardId={boardId} first={emptyDraft(model)}>
        <OpenBoard
          board={board.data}
          models={models.data}
          showsArchived={archived}
          onArchived={() => void setArchived(archived ? null : true)}
        />
      </DeskProvider>
    );
  return (
    <StudioPage crumbs={[{ label: "Projects", href: "/projects" }, { label: "Board" }]} fill>
      {failed ? (
        <Failure
          failure={failureOf(failed)}
          back={{ href: "/projects", label: "All projects" }}
          kept="Nothing on the board is lost."
          retrying={board.isFetching || models.isFetching}
          onRetry={() => {
            void board.refetch();
            void models.refetch();
          }}
        />
      ) : (
        <BoardSkeleton />
      )}
    </StudioPage>
  );
}
