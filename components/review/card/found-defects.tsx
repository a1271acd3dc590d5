"use client";
import clsx from "clsx";
import { MessageSquare, Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { rpc } from "@/lib/client/rpc";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { SEVERITY_WORDS } from "@/lib/domain/review/severity-words";
import type { AttemptView, CardView, DefectView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";
import type { Talk } from "../talk/use-talk";
import type { CardActing } from "../use-card-act";
import { duringInWords } from "./marking";
import { standingOf } from "./standing-of-defect";

export type FoundDefectsProps = {
  card: CardView;
  attempt: AttemptView;
  /** Why nothing can be marked or changed on this attempt; null when it can. */
  frozen: string | null;
  acting: CardActing;
  activeId: string | null;
  onActivate: (defectId: string | null) => void;
  /** Starts marking a defect without the pointer. */
  onMark: () => void;
  onAsk: (question: CardQuestion) => void;
  talk: Pick<Talk, "about">;
  /** Opens what is said about a defect, and the box for more. */
  onComment: (defectId: string) => void;
};

/** What was found on this attempt, numbered as on the picture. */
export function FoundDefects(props: FoundDefectsProps) {
  const { attempt, frozen, onMark } = props;
  const ask = attempt.picture.video
    ? "None yet. Stop where something is wrong, choose a tool above the film, and press there."
    : "None yet. Click on the picture where something is wrong.";
  return (
    <section>
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-muted">Found on attempt {attempt.number}</h3>
        <Button size="small" icon={<Plus size={13} aria-hidden />} disabledReason={frozen} onClick={onMark}>
          Mark a defect
        </Button>
      </div>
      {attempt.defects.length === 0 ? (
        <p className="text-xs text-faint">{frozen === null ? ask : "None."}</p>
      ) : (
        <ol className="-mx-2">
          {attempt.defects.map((defect, index) => (
            <FoundDefect key={defect.id} {...props} defect={defect} number={index + 1} />
          ))}
        </ol>
      )}
    </section>
  );
}

function FoundDefect({
  card,
  frozen,
  acting,
  activeId,
  onActivate,
  onAsk,
  talk,
  onComment,
  defect,
  number,
}: FoundDefectsProps & { defect: DefectView; number: number }) {
  const kinds = useDefectKinds();
  const row = useRef<HTMLLIElement>(null);
  const isActive = activeId === defect.id;
  useEffect(() => {
    // Where picture and list are one column, the list would carry the picture out of sight.
    if (isActive && window.matchMedia("(min-width: 64rem)").matches) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const { word, icon: Icon, tone } = standingOf(defect);
  const name = `${kinds.labelOf(defect.kind)}, ${SEVERITY_WORDS[defect.severity].label.toLowerCase()}`;
  const said = talk.about(defect.id);
  const remove = () =>
    acting.run({ said: "The defect is taken back.", call: () => rpc.card.removeDefect({ cardId: card.id, defectId: defect.id }) });
  return (
    <li ref={row} className={clsx("flex items-start gap-2 rounded-md px-2 py-1.5", isActive && "bg-accent-soft")}>
      <button
        type="button"
        aria-pressed={isActive}
        aria-label={`Show defect ${number}, ${name}, on the picture`}
        onClick={() => onActivate(isActive ? null : defect.id)}
        className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong text-2xs font-semibold hover:bg-hover"
      >
        {number}
      </button>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
          {name}
          <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
            {word}
          </Badge>
        </div>
        {defect.note === "" ? null : <p className="text-xs text-pretty">{defect.note}</p>}
        <p className="text-xs text-faint">
          {defect.foundBy.name}
          {defect.carriedFromId === null ? "" : ", still there from the attempt before"}
          {defect.fixedIn === null ? "" : `. Fixed in attempt ${defect.fixedIn}`}
          {defect.during ? `. ${duringInWords(defect.during)}` : ""}
          {defect.waiver ? `. Waived by ${defect.waiver.by.name}: ${defect.waiver.reason}` : ""}
        </p>
        {!defect.acceptable && defect.waiver === null && frozen === null ? (
          <div className="mt-1 flex items-center gap-2">
            <Button
              size="small"
              disabledReason={card.acts.waiveDefect.reason}
              onClick={() => onAsk({ kind: "waive-defect", defectId: defect.id })}
            >
              Waive it
            </Button>
            {card.acts.waiveDefect.reason ? <span className="text-xs text-faint">{card.acts.waiveDefect.reason}</span> : null}
          </div>
        ) : null}
      </div>
      <IconButton
        size="small"
        label={said === 0 ? `Comment on defect ${number}` : `Comments on defect ${number}: ${said}`}
        icon={
          <span className="flex items-center gap-0.5 text-2xs">
            <MessageSquare size={13} aria-hidden />
            {said === 0 ? null : said}
          </span>
        }
        onClick={() => onComment(defect.id)}
      />
      {frozen === null ? (
        <IconButton size="small" label={`Take defect ${number} back`} icon={<X size={13} aria-hidden />} onClick={remove} />
      ) : null}
    </li>
  );
}
