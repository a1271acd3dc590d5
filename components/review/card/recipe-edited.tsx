"use client";
import { ArrowUpRight, RotateCcw, Undo2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { rpc } from "@/lib/client/rpc";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import type { CardActing } from "../use-card-act";

export type RecipeEditedProps = { card: CardView; attempt: AttemptView; acting: CardActing };

/** Who edited an approved recipe and what differs by now, with the two ways on: ask for the review again, or take the edit back. */
export function RecipeEdited({ card, attempt, acting }: RecipeEditedProps) {
  const { recipeEdit, variant } = attempt;
  if (!recipeEdit || !variant) return null;
  const { id: cardId } = card;
  const again = () =>
    acting.run({
      said: `Review is requested again: the file of attempt ${attempt.number} is attempt ${card.attempts.length + 1} now.`,
      call: () => rpc.card.requestAgain({ cardId, attemptId: attempt.id }),
    });
  const takeBack = () =>
    acting.run({
      said: "The recipe is the approved one again, and the approval counts.",
      call: () => rpc.card.editRecipe({ cardId, attemptId: attempt.id, promptId: variant.promptId }),
    });
  return (
    <div className="mt-1 flex flex-col items-start gap-1.5 text-xs text-muted">
      <p className="text-pretty">
        The approval is stale: the recipe was changed by {recipeEdit.by.name}, <RelativeTime at={recipeEdit.at} />.
        {card.status === "published" ? " What is published stays what was approved." : ""}
      </p>
      {recipeEdit.difference.length > 0 ? (
        <ul aria-label="What differs from the approved recipe" className="flex flex-wrap gap-1">
          {recipeEdit.difference.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>
              <Badge>
                {kind === "added" ? "+ " : kind === "removed" ? "− " : ""}
                <bdi>{text}</bdi>
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          variant={card.acts.requestAgain.allowed ? "primary" : "quiet"}
          icon={<RotateCcw size={12} aria-hidden />}
          busy={acting.isBusy}
          disabledReason={card.acts.requestAgain.reason}
          tip="The same file waits for a decision again; this uses no retry."
          onClick={again}
        >
          Request review again
        </Button>
        <Button
          size="small"
          variant="ghost"
          icon={<Undo2 size={12} aria-hidden />}
          busy={acting.isBusy}
          disabledReason={card.acts.editRecipe.reason}
          onClick={takeBack}
        >
          Back to the approved recipe
        </Button>
        <ButtonLink
          size="small"
          variant="ghost"
          icon={<ArrowUpRight size={12} aria-hidden />}
          href={addresses.retry({ boardId: recipeEdit.boardId, promptId: recipeEdit.promptId, cardId })}
        >
          Its edited prompt
        </ButtonLink>
      </div>
      {card.acts.requestAgain.reason ? <p className="text-pretty">{card.acts.requestAgain.reason}</p> : null}
    </div>
  );
}
