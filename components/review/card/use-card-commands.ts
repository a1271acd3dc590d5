"use client";
import { useMemo } from "react";
import { useCommands } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";
import type { CardView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";

type Asked = Exclude<CardQuestion["kind"], "waive-defect">;

/** Everything the card's questions are asked by, from the command palette; what cannot be done says why. */
export function useCardCommands(card: CardView, ask: (question: CardQuestion) => void): void {
  const { acts, publishing } = card;
  const commands = useMemo(() => {
    const rows: readonly (readonly [Asked, string, string | null])[] = [
      ["reject", "Reject this card", acts.reject.reason],
      ["publish", "Publish the approved attempt", publishing.reason],
      ["submit-file", "Submit a file to this card", acts.submit.reason],
      ["share", "Share this card with guests", null],
      ["edit", "Edit this card", acts.edit.reason],
      ["hand-over", "Hand this card over", acts.handOver.reason],
      ["delegate", "Give a seat in the stages away", acts.delegate.reason],
      ["take-fallback", "Take the fallback path", acts.takeFallback.reason],
      ["waive-retry", "Waive one more retry", acts.waiveRetry.reason],
      ["split", "Split this card", acts.split.reason],
      ["stop", "Stop this card", acts.stop.reason],
    ];
    return rows.map(
      ([kind, title, disabledReason]): Command => ({
        id: `card.${kind}`,
        title,
        group: "Review card",
        disabledReason,
        run: () => ask({ kind }),
      }),
    );
  }, [acts, publishing, ask]);
  useCommands(commands);
}
