"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";
import { OwnerField } from "../terms/owner-field";
import type { CardActing } from "../use-card-act";
import { HandOnDialog } from "./hand-on-dialog";

/** Gives a seat in the stages to somebody else; one's own unless somebody else's is chosen. */
export function DelegateDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const seated = new Map(
    card.stages.flatMap(({ seats }) => seats.flatMap(({ person, said }) => (said ? [] : [[person.id, person.name] as const]))),
  );
  const [chosenId, choose] = useState<string | null>(null);
  const [toMemberId, setTo] = useState<string | null>(null);
  const mine = me.data && seated.has(me.data.memberId) ? me.data.memberId : null;
  const fromMemberId = chosenId ?? mine;
  const lacks = fromMemberId === null ? "Choose whose seat it is." : toMemberId === null ? "Choose who shall have it." : null;
  const give = (note: string) => {
    if (fromMemberId === null || toMemberId === null) return;
    acting.run(
      { said: "The seat has changed hands.", call: () => rpc.card.delegate({ cardId: card.id, fromMemberId, toMemberId, note }) },
      onClose,
    );
  };
  return (
    <HandOnDialog
      title="Give a seat away"
      description="Somebody else decides in their place. What was said already stays said."
      confirm="Give it"
      lacks={lacks}
      acting={acting}
      onGive={give}
      onClose={onClose}
    >
      <Field label="Whose seat">
        <Select
          value={fromMemberId}
          onChange={choose}
          options={[...seated].map(([value, name]) => ({ value, label: value === mine ? `${name} (you)` : name }))}
        />
      </Field>
      <OwnerField label="To whom" value={toMemberId} onChange={setTo} hint="A reviewer, a lead or an admin; not whoever submitted it." />
    </HandOnDialog>
  );
}
