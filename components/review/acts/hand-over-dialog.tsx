"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import { OwnerField } from "../terms/owner-field";
import type { CardActing } from "../use-card-act";

/** Gives the card, and with it the decision, to somebody else. */
export function HandOverDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [toMemberId, setOwner] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const lacks = toMemberId === null ? "Choose who shall own it." : toMemberId === card.owner?.id ? "They own it already." : null;
  const give = () => {
    if (toMemberId === null) return;
    acting.run({ said: "Handed over.", call: () => rpc.card.handOver({ cardId: card.id, toMemberId, note }) }, onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Hand the card over"
      description={card.owner ? `${card.owner.name} owns it and decides; after this, somebody else does.` : "Nobody owns this card yet."}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={give}>
            Hand over
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <OwnerField label="New owner" value={toMemberId} onChange={setOwner} />
        <Field label="Note" optional>
          <Input value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
