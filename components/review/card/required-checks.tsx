"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import type { CardActing } from "../use-card-act";

const BEFORE = { approval: "before approval", publish: "before publishing" } as const;

/** What a person has to have looked at, ticked for exactly the newest attempt. */
export function RequiredChecks({ card, attemptId, acting }: { card: CardView; attemptId: string; acting: CardActing }) {
  const { allowed, reason } = card.acts.tick;
  const tick = (checkId: string, isTicked: boolean) =>
    acting.run({
      said: isTicked ? "The check is ticked." : "The check is no longer ticked.",
      call: () => rpc.card.tickCheck({ cardId: card.id, attemptId, checkId, isTicked }),
    });
  const next = card.requiredChecks.find((check) => check.tick === null);
  useKeys("review", { tick: () => (next && allowed && !acting.isBusy ? tick(next.id, true) : false) });
  if (card.requiredChecks.length === 0) return null;
  return (
    <fieldset className="mb-2 grid gap-0.5">
      <legend className="mb-1 text-2xs font-medium text-faint">Required checks</legend>
      {card.requiredChecks.map((check) => (
        <Checkbox
          key={check.id}
          label={
            <>
              {check.label}{" "}
              <span className="text-xs text-faint">
                {check.tick ? (
                  <>
                    {check.tick.by.name}, <RelativeTime at={check.tick.at} />
                  </>
                ) : (
                  BEFORE[check.before]
                )}
              </span>
            </>
          }
          checked={check.tick !== null}
          disabled={!allowed || acting.isBusy || (card.status === "approved" && check.before === "approval")}
          onChange={(isTicked) => tick(check.id, isTicked)}
        />
      ))}
      {reason ? <p className="text-xs text-muted text-pretty">{reason}</p> : null}
    </fieldset>
  );
}
