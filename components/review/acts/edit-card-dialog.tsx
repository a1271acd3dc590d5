"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import { MissingParts } from "../terms/missing-parts";
import { changedTerms, draftFromCard, missingOf } from "../terms/terms-draft";
import { TermsForm } from "../terms/terms-form";
import type { CardActing } from "../use-card-act";

/** Changes what a card says. After the first attempt what a decision is measured against takes a lead and a reason. */
export function EditCardDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [before] = useState(() => draftFromCard(card));
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState("");
  const isSubmitted = card.status !== "draft";
  const change = changedTerms(before, draft);
  const isMeasured = isSubmitted && ("goal" in change || "acceptableDefects" in change || "stages" in change || "fallbackPath" in change);
  // What a rotation will find is not missing; a variable is, as long as it stands in the goal.
  const isVariable = card.openVariables.some((name) => draft.goal.includes(`{${name}}`));
  const missing = [
    ...missingOf(draft).filter((part) => part !== "owner" || !card.ownerByRotation),
    ...(isVariable ? (["value for each variable of the goal"] as const) : []),
  ];
  const lacks =
    draft.title.trim() === ""
      ? "A card needs a title."
      : Object.keys(change).length === 0
        ? "Nothing has changed yet."
        : isMeasured && reason.trim() === ""
          ? "Say why: the attempts are measured against this."
          : null;
  const save = () =>
    acting.run({ said: "The card is saved.", call: () => rpc.card.edit({ cardId: card.id, change, reason: reason.trim() }) }, onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title="Edit the card"
      description={
        isSubmitted
          ? "Title and due date may change. Goal, acceptable defects, stages and fallback path take a lead and a reason: attempts are measured against them."
          : "Nothing was submitted yet, so everything may change."
      }
      footer={
        <>
          <div className="mr-auto">{isSubmitted ? null : <MissingParts parts={missing} />}</div>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <TermsForm draft={draft} onChange={setDraft} isSubmitted={isSubmitted} />
      {isMeasured ? (
        <Field label="Reason for the change" className="mt-3">
          <Input value={reason} maxLength={1_000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
    </Dialog>
  );
}
