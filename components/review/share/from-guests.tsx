"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, MapPin, PenLine } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { GuestsOnCard } from "@/lib/domain/guest/view";
import type { DefectKind, Severity } from "@/lib/domain/review/defect";
import { SEVERITY_OPTIONS } from "@/lib/domain/review/severity-words";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import type { CardActing } from "../use-card-act";

export type FromGuestsProps = {
  card: CardView;
  shown: AttemptView;
  /** Why nothing can be marked on this attempt; null when it can. */
  frozen: string | null;
  acting: CardActing;
  /** Shows the defect a mark became. */
  onActivate: (defectId: string) => void;
};

/** What people outside the house say of this attempt: recommendations, which decide nothing, and marks, which a reviewer takes up or sets aside. */
export function FromGuests({ card, shown, frozen, acting, onActivate }: FromGuestsProps) {
  const said = useQuery(studio.guest.onCard.queryOptions({ input: { cardId: card.id } }));
  const recommendations = said.data?.recommendations.filter(({ attempt }) => attempt === shown.number) ?? [];
  const marks = said.data?.marks.filter(({ attemptId }) => attemptId === shown.id) ?? [];
  if (recommendations.length === 0 && marks.length === 0) return null;
  return (
    <section aria-label="From guests">
      <h3 className="mb-1 text-xs font-medium text-muted">From guests, on attempt {shown.number}</h3>
      <ul className="flex flex-col gap-2">
        {recommendations.map(({ id, guest, link, verdict, note, saidAt }) => (
          <li key={id} className="text-sm">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <Badge tone="plain" icon={verdict === "approve" ? <Check size={12} aria-hidden /> : <PenLine size={12} aria-hidden />}>
                {verdict === "approve" ? "Recommends approval" : "Recommends changes"}
              </Badge>
              <span className="text-xs text-faint">
                {guest}, through “{link}”, <RelativeTime at={saidAt} />
              </span>
            </span>
            {note === "" ? null : <span className="mt-0.5 block text-xs whitespace-pre-line text-pretty">{note}</span>}
          </li>
        ))}
        {marks.map((mark) => (
          <MarkedByGuest key={mark.id} {...{ mark, card, frozen, acting, onActivate }} />
        ))}
      </ul>
    </section>
  );
}

const SETTLED = { accepted: "taken for a defect", dismissed: "set aside" } as const;

type MarkProps = Pick<FromGuestsProps, "card" | "frozen" | "acting" | "onActivate"> & { mark: GuestsOnCard["marks"][number] };

function MarkedByGuest({ mark, card, frozen, acting, onActivate }: MarkProps) {
  const queries = useQueryClient();
  const kinds = useDefectKinds();
  const [kind, setKind] = useState<DefectKind>("other");
  const [severity, setSeverity] = useState<Severity>("minor");
  const [isJudging, setJudging] = useState(false);
  const readAgain = () => void queries.invalidateQueries({ queryKey: studio.guest.key() });
  const accept = () =>
    acting.run(
      { said: "The mark is a defect now.", call: () => rpc.guest.acceptMark({ markId: mark.id, kind, severity }), overtaken: readAgain },
      ({ defectId }) => {
        readAgain();
        onActivate(defectId);
      },
    );
  const dismiss = () =>
    acting.run({ said: "The mark is set aside.", call: () => rpc.guest.dismissMark({ markId: mark.id }), overtaken: readAgain }, readAgain);
  const place = `${Math.round(mark.x * 100)} % across, ${Math.round(mark.y * 100)} % down`;
  return (
    <li className="text-sm">
      <span className="flex items-start gap-1.5">
        <MapPin size={13} aria-hidden className="mt-1 shrink-0 text-muted" />
        <span className="min-w-0 wrap-anywhere">
          {mark.note}{" "}
          <span className="text-xs text-faint">
            {mark.guest}, {place}
            {mark.state === "open" ? "" : `, ${SETTLED[mark.state]}`}
          </span>
        </span>
      </span>
      {mark.state !== "open" || frozen !== null ? null : isJudging ? (
        <span className="mt-1 grid grid-cols-2 gap-2">
          <Select label="Kind of the defect" value={kind} onChange={setKind} options={kinds.optionsWith([])} />
          <Select label="Severity of the defect" value={severity} onChange={setSeverity} options={SEVERITY_OPTIONS} />
          <Button size="small" variant="primary" busy={acting.isBusy} onClick={accept}>
            Take it for a defect
          </Button>
          <Button size="small" variant="ghost" onClick={() => setJudging(false)}>
            Cancel
          </Button>
        </span>
      ) : (
        <span className="mt-1 flex gap-1">
          <Button size="small" disabledReason={card.acts.mark.reason} onClick={() => setJudging(true)}>
            Take it for a defect
          </Button>
          <Button size="small" variant="ghost" busy={acting.isBusy} disabledReason={card.acts.mark.reason} onClick={dismiss}>
            Set it aside
          </Button>
        </span>
      )}
    </li>
  );
}
