"use client";
import { ArrowUpRight, Pencil, Send, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useFloor } from "@/components/ui/floor";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { AttemptView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import { CARD_LOOKS } from "../status-badge";
import { ExhaustedBar } from "./exhausted-bar";
import { InReviewBar, type InReviewBarProps } from "./in-review-bar";
import { OptionStrip } from "./option-strip";
import { RecipeEdited } from "./recipe-edited";
import { RequiredChecks } from "./required-checks";
import { RetryActs, SubmitFile } from "./retry-acts";

export type DecisionBarProps = Omit<InReviewBarProps, "attempt"> & {
  /** The attempt on the screen; null when there is none. */
  shown: AttemptView | null;
  onShowCurrent: () => void;
};

/** What can be done now. It changes with where the card stands; what cannot be done says why. */
export function DecisionBar(props: DecisionBarProps) {
  const floor = useFloor();
  return (
    <section
      ref={floor}
      aria-label="Decision"
      className="shrink-0 border-t border-line bg-surface px-4 py-3 max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:shadow-float"
    >
      <p aria-live="polite" className="mb-2 text-xs text-muted text-pretty">
        {props.card.standing}
      </p>
      <Options {...props} />
      <Checks {...props} />
      <Acts {...props} />
    </section>
  );
}

/** The pictures on offer, while the attempt that offers them is on the screen. */
function Options({ card, shown, acting }: DecisionBarProps) {
  return shown && shown.id === card.attempts.at(-1)?.id ? <OptionStrip {...{ card, acting }} attempt={shown} /> : null;
}

/** The required checks, while they are about the attempt on the screen. */
function Checks({ card, shown, acting }: DecisionBarProps) {
  const isWanted = card.status === "in_review" || card.status === "approved";
  return isWanted && shown?.id === card.attempts.at(-1)?.id && shown ? <RequiredChecks {...{ card, acting }} attemptId={shown.id} /> : null;
}

function Acts({ shown, onShowCurrent, ...props }: DecisionBarProps) {
  const { card, onAsk } = props;
  const current = card.attempts.at(-1) ?? null;
  if (current && shown && shown.id !== current.id)
    return <OlderAttempt shown={shown.number} current={current.number} onShowCurrent={onShowCurrent} />;
  switch (card.status) {
    case "in_review":
      return current && <InReviewBar key={current.id} {...props} attempt={current} />;
    case "exhausted":
      return <ExhaustedBar card={card} onAsk={onAsk} />;
    case "draft":
      return (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            icon={<Pencil size={14} aria-hidden />}
            disabledReason={card.acts.edit.reason}
            onClick={() => onAsk({ kind: "edit" })}
          >
            Edit the card
          </Button>
          <SubmitFile card={card} onAsk={onAsk} />
        </div>
      );
    case "changes_requested":
      return <RetryActs card={card} current={current} onAsk={onAsk} />;
    case "approved":
      return (
        <div className="flex flex-col gap-2">
          <StaleRecipe {...props} current={current} />
          <PublishActs card={card} current={current} onAsk={onAsk} />
        </div>
      );
    case "published":
      return (
        <div className="flex flex-col gap-2">
          <StaleRecipe {...props} current={current} />
          <div className="flex flex-wrap gap-2">
            {card.publicationId ? (
              <ButtonLink variant="primary" icon={<ArrowUpRight size={14} aria-hidden />} href={addresses.publication(card.publicationId)}>
                Open the publication
              </ButtonLink>
            ) : null}
            <EditRecipe card={card} current={current} />
          </div>
        </div>
      );
    case "split":
      return (
        <ul className="flex flex-col gap-1 text-sm">
          {card.splitInto.map((part) => (
            <li key={part.id}>
              <Link href={addresses.card(part.id)} className="text-accent-ink hover:underline">
                {part.title}
              </Link>{" "}
              <span className="text-xs text-muted">{CARD_LOOKS[part.status].word}</span>
            </li>
          ))}
        </ul>
      );
    case "rejected":
    case "stopped":
      return <ButtonLink href={addresses.queue}>Back to the queue</ButtonLink>;
    default:
      return card.status satisfies never;
  }
}

type ActsProps = Pick<DecisionBarProps, "card" | "onAsk">;

type WithCurrent = { current: AttemptView | null };

/** The approval does not count, because its recipe was edited: here, where the next step is taken. */
function StaleRecipe({ card, current, acting }: Pick<DecisionBarProps, "card" | "acting"> & WithCurrent) {
  return current?.staleBecause === "recipe-edited" ? <RecipeEdited {...{ card, acting }} attempt={current} /> : null;
}

/** To the composer, with the approved recipe in it. */
function EditRecipe({ card, current }: Pick<ActsProps, "card"> & WithCurrent) {
  const icon = <SlidersHorizontal size={14} aria-hidden />;
  const { reason } = card.acts.editRecipe;
  const { boardId, promptId } = current?.recipeEdit ?? current?.variant ?? {};
  if (reason || !boardId || !promptId)
    return (
      <Button icon={icon} disabledReason={reason}>
        Edit recipe
      </Button>
    );
  return (
    <ButtonLink icon={icon} href={addresses.editRecipe({ boardId, promptId, cardId: card.id })}>
      Edit recipe
    </ButtonLink>
  );
}

function PublishActs({ card, current, onAsk }: ActsProps & WithCurrent) {
  const { reason } = card.publishing;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        // Of a stale approval the review is wanted first.
        variant={current?.stale ? "quiet" : "primary"}
        size={current?.stale ? "medium" : "large"}
        className={current?.stale ? undefined : "text-sm"}
        icon={<Send size={15} aria-hidden />}
        disabledReason={reason}
        onClick={() => onAsk({ kind: "publish" })}
      >
        Publish
      </Button>
      <EditRecipe card={card} current={current} />
      {reason ? <p className="w-full text-xs text-muted text-pretty">{reason}</p> : null}
    </div>
  );
}

/** A newer attempt is there. Nobody decides on what they have not seen: the keys of decisions say how to see it. */
function OlderAttempt({ shown, current, onShowCurrent }: { shown: number; current: number; onShowCurrent: () => void }) {
  const newest = useChord("newest");
  const say = () =>
    announce({
      tone: "warn",
      text: `You are looking at attempt ${shown}. ${newest ? `Press ${newest}` : "Use its button"} to see attempt ${current} first.`,
      id: "older",
    });
  useKeys("review", { newest: onShowCurrent, approve: say, "request-changes": say });
  useKeys("pictures", { reject: say });
  return (
    // The button stands where the note will: a second press must not land on a decision.
    <div className="flex flex-col gap-2">
      <Button variant="primary" className="h-9" keys={newest} onClick={onShowCurrent}>
        Show attempt {current}
      </Button>
      <p className="flex min-h-9 items-center text-xs text-warn text-pretty">
        You are looking at attempt {shown}; decisions are about the newest one.
      </p>
    </div>
  );
}
