"use client";
import clsx from "clsx";
import { Picture } from "@/components/ui/picture";
import { rpc } from "@/lib/client/rpc";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import type { CardActing } from "../use-card-act";

/** The pictures an attempt offers: whoever decides chooses the one the decision is about. */
export function OptionStrip({ card, attempt, acting }: { card: CardView; attempt: AttemptView; acting: CardActing }) {
  if (attempt.options.length === 0) return null;
  const { allowed, reason } = card.acts.pick;
  const pick = (assetId: string) =>
    acting.run({
      said: "This picture is chosen; the decision is about exactly this one.",
      call: () => rpc.card.pickOption({ cardId: card.id, attemptId: attempt.id, assetId }),
    });
  return (
    <fieldset className="mb-2">
      <legend className="mb-1 text-2xs font-medium text-faint">
        {attempt.pickedBy ? `Chosen by ${attempt.pickedBy.name}` : `One of ${attempt.options.length} to choose`}
      </legend>
      <div className="flex gap-1.5 overflow-x-auto p-0.5">
        {attempt.options.map((option, at) => {
          const isChosen = attempt.pickedBy !== null && option.assetId === attempt.picture.assetId;
          return (
            <button
              key={option.assetId}
              type="button"
              aria-pressed={isChosen}
              aria-label={`Choose picture ${at + 1} of ${attempt.options.length}`}
              aria-disabled={!allowed}
              title={reason ?? undefined}
              onClick={() => allowed && !acting.isBusy && pick(option.assetId)}
              className={clsx(
                "shrink-0 rounded-md border-2",
                isChosen ? "border-accent-ink" : "border-transparent hover:border-line-strong",
              )}
            >
              <Picture
                src={addresses.picture(option.assetId, "thumb")}
                width={option.width}
                height={option.height}
                thumbHash={option.thumbHash}
                alt=""
                className="h-14 w-18 rounded-sm"
              />
            </button>
          );
        })}
      </div>
      {reason && card.status === "in_review" ? <p className="text-xs text-muted text-pretty">{reason}</p> : null}
    </fieldset>
  );
}
