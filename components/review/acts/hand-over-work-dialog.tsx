"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { may } from "@/lib/domain/access/policy";
import type { CardView } from "@/lib/domain/review/view";
import type { CardActing } from "../use-card-act";
import { HandOnDialog } from "./hand-on-dialog";

/** Gives the manual work of the fallback path to somebody: they, or a lead, upload its file. */
export function HandOverWorkDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [toMemberId, setMaker] = useState<string | null>(null);
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const people = (members.data?.items ?? []).filter(({ role }) => may(role, "card.write"));
  const options = people.map(({ id, displayName, role }) => ({ value: id, label: displayName, hint: role }));
  const lacks = toMemberId === null ? "Choose who shall make it." : toMemberId === card.maker?.id ? "They have the work already." : null;
  const give = (note: string) => {
    if (toMemberId === null) return;
    acting.run({ said: "The work is handed over.", call: () => rpc.card.handOverWork({ cardId: card.id, toMemberId, note }) }, onClose);
  };
  return (
    <HandOnDialog
      title="Hand the work over"
      description={
        card.maker
          ? `${card.maker.name} makes the last attempt by hand; after this, somebody else does and uploads it.`
          : "Nobody was given this work yet, so whoever may submit can upload it."
      }
      confirm="Hand over"
      lacks={lacks}
      acting={acting}
      onGive={give}
      onClose={onClose}
    >
      <Field label="Who makes it">
        <Select value={toMemberId} onChange={setMaker} options={options} placeholder="Choose somebody…" />
      </Field>
    </HandOnDialog>
  );
}
