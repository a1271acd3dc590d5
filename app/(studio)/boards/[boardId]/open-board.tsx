"use client";
import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { BoardBar } from "@/components/board/board-bar";
import { BoardInspector } from "@/components/board/board-inspector";
import { BoardMenuItems } from "@/components/board/board-menu";
import { BoardSurface } from "@/components/board/board-surface";
import { reasonsOf } from "@/components/board/reasons";
import { useBoardActs } from "@/components/board/use-board-acts";
import { useBoardKeys } from "@/components/board/use-board-keys";
import { Composer } from "@/components/composer/composer";
import { PromoteDialog } from "@/components/library/promote-dialog";
import { SendToReviewDialog } from "@/components/review/send-to-review";
import { BudgetLeft } from "@/components/shell/budget-left";
import { StudioPage } from "@/components/shell/studio-page";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuAt } from "@/components/ui/menu-at";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import { studio } from "@/lib/client/query";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { BoardView } from "@/lib/domain/prompt/view";

type Open = "promote" | "send" | null;

/** An open board: lineage, composer, inspector, and the ways from here to compare, libraries and review. */
export function OpenBoard({ board, models }: { board: BoardView; models: readonly CatalogueModel[] }) {
  const router = useRouter();
  const address = useSearchParams();
  const desk = useDeskStore();
  const text = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<Open>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const project = useQuery(studio.project.get.queryOptions({ input: { projectId: board.projectId } }));
  const left = project.data?.budget.leftMicros;
  const cardId = address.get("card");
  const card = useQuery({ ...studio.card.get.queryOptions({ input: { cardId: cardId ?? "" } }), enabled: cardId !== null });

  const acts = useBoardActs(board.prompts, models, cardId);
  const [chosen] = acts.variants;
  const compare = (ids: readonly string[]) => router.push(`/compare?variants=${ids.join(",")}&from=/boards/${board.id}`);
  const reasons = reasonsOf(acts);
  const ways = {
    onCompare: () => reasons.compare ?? compare(acts.variants.map((variant) => variant.id)),
    onPromote: () => reasons.promote ?? setOpen("promote"),
    onSend: () => reasons.variant ?? setOpen("send"),
  };
  const intoComposer = (act: () => void) => () => {
    act();
    text.current?.focus();
  };
  const composing = {
    ...acts,
    branch: (use: Parameters<typeof acts.branch>[0]) => intoComposer(() => acts.branch(use))(),
    edit: intoComposer(acts.edit),
  };
  useBoardKeys(composing, {
    compare: ways.onCompare,
    promote: ways.onPromote,
    send: ways.onSend,
    look: () => chosen && compare([chosen.id]),
    leave: () => desk.getState().select([], "replace"),
  });

  // A link may point at a prompt: from a card to its retry, from a pattern to where it was used.
  const asked = address.get("prompt");
  useEffect(() => {
    if (asked !== null) desk.getState().show(asked);
  }, [asked, desk]);

  return (
    <StudioPage
      fill
      crumbs={[
        { label: "Projects", href: "/projects" },
        { label: board.projectName, href: `/projects/${board.projectId}` },
        { label: board.name },
      ]}
      budget={project.data ? <BudgetLeft budget={project.data.budget} /> : null}
      actions={<BoardBar acts={composing} {...ways} />}
      inspector={{ title: acts.here?.variant ? "Variant" : "Prompt", content: <BoardInspector acts={acts} /> }}
    >
      <div className="flex h-full flex-col">
        <div className="relative min-h-0 flex-1">
          {board.prompts.length === 0 ? (
            <EmptyState icon={<Sparkles size={20} aria-hidden />} title="An empty board">
              Write a prompt below and press Run. Everything you try stays here, with what came before it.
            </EmptyState>
          ) : (
            <BoardSurface
              name={board.name}
              prompts={board.prompts}
              onOpen={(variantId) => compare([variantId])}
              onEdit={composing.edit}
              onMenu={setMenuAt}
            />
          )}
          <MenuAt at={menuAt} onClose={() => setMenuAt(null)}>
            <BoardMenuItems acts={composing} {...ways} />
          </MenuAt>
        </div>
        <Composer
          boardId={board.id}
          leftMicros={left === undefined || left === null ? null : BigInt(left)}
          models={models}
          textRef={text}
          card={
            card.data
              ? { id: card.data.id, title: card.data.title, lane: card.data.lane.kind, refusal: card.data.acts.submit.reason }
              : null
          }
        />
      </div>
      {chosen ? (
        <>
          <PromoteDialog open={open === "promote"} onOpenChange={(isOpen) => setOpen(isOpen ? "promote" : null)} variantId={chosen.id} />
          <SendToReviewDialog
            open={open === "send"}
            onOpenChange={(isOpen) => setOpen(isOpen ? "send" : null)}
            projectId={board.projectId}
            variantIds={[chosen.id]}
            cardId={cardId}
            onSent={() => setOpen(null)}
          />
        </>
      ) : null}
    </StudioPage>
  );
}
