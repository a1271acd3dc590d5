"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import { consequence } from "../send/consequence";
import type { CardActing } from "../use-card-act";
import { FileChoice } from "./file-choice";

/** Submits a picture or a film that was not made by a run: finished by hand, or already in the studio. */
export function SubmitFileDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [assetId, choose] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const lacks = card.acts.submit.reason ?? (assetId === null ? "Choose or upload the file first." : null);
  // By hand: what whoever makes it uploads is the attempt they are waited for.
  const isAwaited = card.maker !== null;
  const submit = (assetId: string | null) => {
    if (assetId === null) return;
    acting.run(
      {
        said: `Attempt ${card.attempts.length + 1} of “${card.title}” waits for a decision.`,
        call: () => rpc.card.submit({ cardId: card.id, assetId, note: note.trim(), seenAttempt: card.attempts.length }),
      },
      onClose,
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Submit a file"
      description={consequence(card)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={() => submit(assetId)}>
            Submit as attempt {card.attempts.length + 1}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FileChoice
          chosen={assetId}
          onChoose={choose}
          onUploaded={(id) => {
            choose(id);
            if (isAwaited && card.acts.submit.allowed) submit(id);
          }}
        />
        {card.maker ? (
          <p className="text-xs text-muted">{card.maker.name} makes this one by hand: what is uploaded here becomes the attempt at once.</p>
        ) : null}
        <Field label="Note to the reviewer" optional>
          <Textarea rows={2} value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
