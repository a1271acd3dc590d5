"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { type ColumnMove, columnMove } from "@/lib/domain/review/column-move";
import type { CardStatus } from "@/lib/domain/review/status";
import type { CardSummary } from "@/lib/domain/review/view";
import { ReasonDialog } from "../acts/reason-dialog";
import { TakeFallbackDialog, type TakeFallbackDialogProps } from "../acts/take-fallback-dialog";
import { addresses } from "../addresses";
import { useCardAct } from "../use-card-act";

const QUESTIONS = {
  approve: { title: "Approve", label: "Note", optional: true, said: "The attempt is approved." },
  "request-changes": { title: "Request changes", label: "What should change?", optional: false, said: "Changes are requested." },
  reject: { title: "Reject", label: "Why is it not wanted?", optional: false, said: "The attempt is rejected." },
  stop: { title: "Stop the card", label: "Why is it stopped?", optional: false, said: "The card is stopped." },
} as const satisfies Record<
  Exclude<ColumnMove, "publish" | "take-fallback">,
  { title: string; label: string; optional: boolean; said: string }
>;

type Asked = { readonly card: CardSummary; readonly move: keyof typeof QUESTIONS };

export type ColumnMoves = {
  /** Brings a card into a column, after asking for the words its act takes; says why where no act does. */
  moveTo(card: CardSummary, column: readonly CardStatus[], title: string): void;
  readonly dialog: ReactNode;
};

/** Moving cards between columns: each legal move is an act of its own. */
export function useColumnMoves(): ColumnMoves {
  const router = useRouter();
  const acting = useCardAct();
  const [asked, ask] = useState<Asked | null>(null);
  const [fallbackOf, askFallback] = useState<string | null>(null);

  const moveTo: ColumnMoves["moveTo"] = (card, column, title) => {
    if (column.includes(card.status)) return;
    const move = columnMove(card.status, column);
    const reason = move && card.moves[move]?.reason;
    if (reason) return announce({ tone: "warn", text: reason, id: "column-move" });
    // Publishing asks for more than words: the card does that.
    if (move === "publish") router.push(addresses.card(card.id));
    // What it would cost is said first.
    else if (move === "take-fallback") askFallback(card.id);
    else if (move) ask({ card, move });
    else announce({ tone: "warn", text: `No single act brings this card to “${title}”.`, id: "column-move" });
  };
  const act = ({ card, move }: Asked, words: string): Promise<unknown> => {
    const cardId = card.id;
    const decision = { cardId, attemptId: card.attemptId ?? "", note: words };
    switch (move) {
      case "approve":
        return rpc.card.approve(decision);
      case "request-changes":
        return rpc.card.requestChanges(decision);
      case "reject":
        return rpc.card.reject(decision);
      case "stop":
        return rpc.card.stop({ cardId, reason: words });
      default:
        return move satisfies never;
    }
  };
  const question = asked && QUESTIONS[asked.move];
  const dialog =
    asked && question ? (
      <ReasonDialog
        onClose={() => ask(null)}
        title={question.title}
        description={`“${asked.card.title}”`}
        label={question.label}
        optional={question.optional}
        confirm={question.title}
        isBusy={acting.isBusy}
        onConfirm={(words) => acting.run({ said: question.said, call: () => act(asked, words) }, () => ask(null))}
      />
    ) : fallbackOf ? (
      <Fallback cardId={fallbackOf} acting={acting} onClose={() => askFallback(null)} />
    ) : null;
  return { moveTo, dialog };
}

/** A list knows too little of a card to say what its fallback path uses: the card is read first. */
function Fallback({ cardId, ...asking }: { cardId: string } & Omit<TakeFallbackDialogProps, "card">) {
  const card = useQuery(studio.card.get.queryOptions({ input: { cardId } }));
  return card.data ? <TakeFallbackDialog {...asking} card={card.data} /> : null;
}
