"use client";
import { rpc } from "@/lib/client/rpc";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { ShareDialog } from "../share/share-dialog";
import type { CardActing } from "../use-card-act";
import { DelegateDialog } from "./delegate-dialog";
import { EditCardDialog } from "./edit-card-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { HandOverWorkDialog } from "./hand-over-work-dialog";
import { PublishDialog } from "./publish-dialog";
import { ReasonDialog } from "./reason-dialog";
import { SplitDialog } from "./split-dialog";
import { SubmitFileDialog } from "./submit-file-dialog";
import { TakeFallbackDialog } from "./take-fallback-dialog";

/** Which question stands in front of a card. */
export type CardQuestion =
  | {
      readonly kind:
        | "reject"
        | "take-fallback"
        | "waive-retry"
        | "split"
        | "stop"
        | "hand-over"
        | "hand-over-work"
        | "delegate"
        | "publish"
        | "edit"
        | "submit-file"
        | "share";
    }
  | { readonly kind: "waive-defect"; readonly defectId: string };

export type CardDialogsProps = {
  card: CardView;
  /** The attempt the person looks at; a decision is about this one and no other. */
  attempt: AttemptView | null;
  question: CardQuestion | null;
  acting: CardActing;
  onClose: () => void;
  /** The attempt was rejected: what was half written about it is of no more use. */
  onRejected: () => void;
};

/** The questions of a card, one at a time. */
export function CardDialogs({ card, attempt, question, acting, onClose, onRejected }: CardDialogsProps) {
  if (!question) return null;
  const shared = { card, acting, onClose };
  const cardId = card.id;
  const asking = { onClose, isBusy: acting.isBusy };
  switch (question.kind) {
    case "edit":
      return <EditCardDialog {...shared} />;
    case "hand-over":
      return <HandOverDialog {...shared} />;
    case "hand-over-work":
      return <HandOverWorkDialog {...shared} />;
    case "share":
      return <ShareDialog shared={{ kind: "card", card }} onClose={onClose} />;
    case "delegate":
      return <DelegateDialog {...shared} />;
    case "submit-file":
      return <SubmitFileDialog {...shared} />;
    case "split":
      return <SplitDialog {...shared} />;
    case "publish":
      return attempt && <PublishDialog {...shared} attempt={attempt} />;
    case "reject":
      return (
        attempt && (
          <ReasonDialog
            {...asking}
            title="Reject"
            description="This ends the deliverable: nothing like it is wanted. To have it made again, request changes instead."
            label="Why is it not wanted?"
            confirm="Reject"
            variant="danger"
            onConfirm={(note) =>
              acting.run(
                { said: `Attempt ${attempt.number} is rejected.`, call: () => rpc.card.reject({ cardId, attemptId: attempt.id, note }) },
                () => {
                  onRejected();
                  onClose();
                },
              )
            }
          />
        )
      );
    case "waive-defect":
      return (
        <ReasonDialog
          {...asking}
          title="Waive this defect"
          description="It is outside the acceptable list. With your word and reason it no longer stands in the way of an approval."
          label="Why may it pass?"
          confirm="Waive"
          onConfirm={(reason) =>
            acting.run(
              { said: "The defect is waived.", call: () => rpc.card.waiveDefect({ cardId, defectId: question.defectId, reason }) },
              onClose,
            )
          }
        />
      );
    case "waive-retry":
      return (
        <ReasonDialog
          {...asking}
          title="Waive one more retry"
          description={`${card.meter.used} of ${card.meter.total} retries are used. This grants one more, and the trail says who granted it.`}
          label="Why is one more try worth it?"
          confirm="Grant one retry"
          onConfirm={(reason) =>
            acting.run({ said: "One more retry is granted.", call: () => rpc.card.waiveRetry({ cardId, reason }) }, onClose)
          }
        />
      );
    case "take-fallback":
      return <TakeFallbackDialog {...shared} />;
    case "stop":
      return (
        <ReasonDialog
          {...asking}
          title="Stop the card"
          description="The deliverable is given up. Everything that was made and said stays readable."
          label="Why is it stopped?"
          confirm="Stop the card"
          variant="danger"
          onConfirm={(reason) => acting.run({ said: "The card is stopped.", call: () => rpc.card.stop({ cardId, reason }) }, onClose)}
        />
      );
    default:
      return question satisfies never;
  }
}
