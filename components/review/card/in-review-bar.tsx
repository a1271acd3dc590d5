"use client";
import { Check, CircleX, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { rpc } from "@/lib/client/rpc";
import type { ActView, AttemptView, CardView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";
import type { CardAct, CardActing } from "../use-card-act";

export type InReviewBarProps = {
  card: CardView;
  attempt: AttemptView;
  acting: CardActing;
  onAsk: (question: CardQuestion) => void;
  /** Kept by the card and in the browser, so that what was written outlives a newer attempt and a reload, until it is decided. */
  note: string;
  onNote: (note: string) => void;
  /** The way to the next card of the queue, offered with what was decided. */
  next: CardAct<unknown>["next"];
};

/** A key that does nothing says why. True when it may not be done. */
function refused({ reason }: ActView): boolean {
  if (reason !== null) announce({ tone: "warn", text: reason, id: reason });
  return reason !== null;
}

/** Whether one approval decides: no stage waits for anybody else. */
function isWholeDecision({ stages }: CardView): boolean {
  const waiting = stages.filter(({ state }) => state !== "passed");
  return (
    waiting.length === 0 ||
    (waiting.length === 1 && (waiting[0]?.rule === "first" || waiting[0]?.seats.filter(({ said }) => !said).length === 1))
  );
}

/** The decision: approve, send back with a note, or reject. */
export function InReviewBar({ card, attempt, acting, onAsk, note, onNote, next }: InReviewBarProps) {
  const [isNoteMissing, setNoteMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { approve, requestChanges, reject } = card.acts;
  const decided = { cardId: card.id, attemptId: attempt.id, note: note.trim() };
  const onward = next ? { next } : {};

  const doApprove = () => {
    if (acting.isBusy || refused(approve)) return;
    acting.run(
      {
        said: isWholeDecision(card) ? `Attempt ${attempt.number} of “${card.title}” is approved.` : "Your approval is recorded.",
        call: () => rpc.card.approve(decided),
        ...onward,
      },
      () => onNote(""),
    );
  };
  const doRequest = () => {
    if (acting.isBusy || refused(requestChanges)) return;
    if (decided.note === "") {
      setNoteMissing(true);
      field.current?.focus();
      return;
    }
    const left = card.meter.left;
    const said =
      left > 0
        ? `Changes are requested; ${left === 1 ? "1 retry is" : `${left} retries are`} left.`
        : "Changes are requested; no retry is left.";
    acting.run({ said, call: () => rpc.card.requestChanges(decided), ...onward }, () => onNote(""));
  };
  useKeys("review", {
    approve: doApprove,
    "request-changes": () => {
      if (!refused(requestChanges)) field.current?.focus();
    },
  });
  useKeys("pictures", { reject: () => refused(reject) || onAsk({ kind: "reject" }) });
  const approveKeys = useChord("approve");
  const requestKeys = useChord("request-changes");
  const rejectKeys = useChord("reject");

  return (
    <div className="flex flex-col gap-2">
      {requestChanges.allowed ? (
        <Field label="Note" error={isNoteMissing && decided.note === "" ? "Say what should change: a note is needed." : null}>
          <Textarea
            ref={field}
            rows={1}
            value={note}
            maxLength={4_000}
            placeholder="Needed to request changes; Ctrl+Enter sends it"
            className="max-h-32"
            // One line until something is written: the picture and the goal need the room.
            style={{ minHeight: "2.25rem" }}
            onChange={(event) => onNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) doRequest();
              if (event.key === "Escape") field.current?.blur();
            }}
          />
        </Field>
      ) : (
        <p className="text-xs text-muted text-pretty">{requestChanges.reason}</p>
      )}
      {requestChanges.allowed && approve.reason ? <p className="text-xs text-warn text-pretty">{approve.reason}</p> : null}
      <div className="grid grid-cols-[1fr_auto_auto] gap-2">
        <Button
          variant="primary"
          className="h-9"
          icon={<Check size={14} aria-hidden />}
          keys={approveKeys}
          busy={acting.isBusy}
          disabledReason={approve.reason}
          onClick={doApprove}
        >
          Approve
        </Button>
        <Button
          className="h-9"
          icon={<RotateCcw size={14} aria-hidden />}
          keys={requestKeys}
          busy={acting.isBusy}
          disabledReason={requestChanges.reason}
          onClick={doRequest}
        >
          Request changes
        </Button>
        <Button
          variant="danger"
          className="h-9"
          icon={<CircleX size={14} aria-hidden />}
          keys={rejectKeys}
          disabledReason={reject.reason}
          onClick={() => onAsk({ kind: "reject" })}
        >
          Reject
        </Button>
      </div>
    </div>
  );
}
