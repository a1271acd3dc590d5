"use client";
import { useState } from "react";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import { OwnerField } from "../terms/owner-field";
import type { CardActing } from "../use-card-act";
import { HandOnDialog } from "./hand-on-dialog";

/** Gives the card, and with it the decision, to somebody else. */
export function HandOverDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [toMemberId, setOwner] = useState<string | null>(null);
  const lacks = toMemberId === null ? "Choose who shall own it." : toMemberId === card.owner?.id ? "They own it already." : null;
  const give = (note: string) => {
    if (toMemberId === null) return;
    acting.run({ said: "Handed over.", call: () => rpc.card.handOver({ cardId: card.id, toMemberId, note }) }, onClose);
  };
  return (
    <HandOnDialog
      title="Hand the card over"
      description={card.owner ? `${card.owner.name} owns it and decides; after this, somebody else does.` : "Nobody owns this card yet."}
      confirm="Hand over"
      lacks={lacks}
      acting={acting}
      onGive={give}
      onClose={onClose}
    >
      <OwnerField label="New owner" value={toMemberId} onChange={setOwner} />
    </HandOnDialog>
  );
}
