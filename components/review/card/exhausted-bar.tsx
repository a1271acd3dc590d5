"use client";
import { LifeBuoy, Plus, Split, Square } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fallbackSentence } from "@/lib/domain/review/fallback";
import type { CardView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";

/** Retries are used up: four ways on, never a dead end. */
export function ExhaustedBar({ card, onAsk }: { card: CardView; onAsk: (question: CardQuestion) => void }) {
  const { takeFallback, waiveRetry, split, stop } = card.acts;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-medium">No retry is left. How does it go on?</p>
      <ul className="flex flex-col gap-1.5">
        <WayOn
          icon={<LifeBuoy size={15} aria-hidden />}
          label="Take the fallback path"
          hint={card.fallbackPath ? `${fallbackSentence(card.fallbackPath.kind)} Agreed: ${card.fallback?.sentence ?? "nothing"}.` : null}
          reason={takeFallback.reason}
          onClick={() => onAsk({ kind: "take-fallback" })}
        />
        <WayOn
          icon={<Plus size={15} aria-hidden />}
          label="Waive one more retry"
          hint="A lead grants it, with a reason."
          reason={waiveRetry.reason}
          onClick={() => onAsk({ kind: "waive-retry" })}
        />
        <WayOn
          icon={<Split size={15} aria-hidden />}
          label="Split the card"
          hint="Narrower cards with retries of their own, with a reason."
          reason={split.reason}
          onClick={() => onAsk({ kind: "split" })}
        />
        <WayOn
          icon={<Square size={15} aria-hidden />}
          label="Stop"
          hint="The deliverable is given up, with a reason."
          reason={stop.reason}
          onClick={() => onAsk({ kind: "stop" })}
        />
      </ul>
    </div>
  );
}

type WayOnProps = { icon: ReactNode; label: string; hint: string | null; reason: string | null; onClick: () => void };

function WayOn({ icon, label, hint, reason, onClick }: WayOnProps) {
  return (
    <li className="flex items-center gap-2.5">
      <Button className="w-44 justify-start" icon={icon} disabledReason={reason} onClick={onClick}>
        {label}
      </Button>
      <span className="min-w-0 text-xs text-muted text-pretty">{reason ?? hint}</span>
    </li>
  );
}
