"use client";
import { Archive, Check, CircleOff, Columns2, FolderInput, FolderMinus, Layers, Send, Star, Trash2, Undo2, Ungroup, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ColourSwatches } from "@/components/ui/colour-swatches";
import { IconButton } from "@/components/ui/icon-button";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { refuseComparing } from "@/lib/domain/compare/address";
import type { Colour } from "@/lib/domain/selection/flags";
import { type GalleryActs, whyNotSend } from "./use-gallery-acts";

const RATINGS = [1, 2, 3, 4, 5] as const;

export type SelectionPanelProps = {
  acts: GalleryActs;
  /** The files are deleted ones. */
  isDeleted: boolean;
  /** The collection one looks into. */
  collectionId: string | undefined;
  onCollect: () => void;
  onSend: () => void;
  onRemove: () => void;
  onCompare: () => void;
};

/** What can be done with the files that are selected: one, some, or all that were found. */
export function SelectionPanel({ acts, isDeleted, collectionId, onCollect, onSend, onRemove, onCompare }: SelectionPanelProps) {
  const { rows, count } = acts;
  const [collectKeys, compareKeys, outKeys, sendKeys] = [useChord("collect"), useChord("compare"), useChord("take-out"), useChord("send")];
  const [removeKeys, restoreKeys, zipKeys] = [useChord("delete-files"), useChord("restore-files"), useChord("download")];
  const [pickKeys, rejectKeys, unflagKeys] = [useChord("pick"), useChord("reject"), useChord("unflag")];
  if (isDeleted)
    return (
      <section aria-label="What is selected" className="grid justify-items-start gap-2 border-b border-line p-3">
        <p className="text-sm font-medium tabular-nums">
          {count === 1 ? "One file selected" : `${count.toLocaleString("en")} files selected`}
        </p>
        <Button size="small" keys={restoreKeys} icon={<Undo2 size={14} aria-hidden />} onClick={acts.bringBack}>
          Bring back
        </Button>
      </section>
    );
  const same = <Value,>(of: (row: (typeof rows)[number]) => Value): Value | null => {
    const [first] = rows;
    return first && rows.length === count && rows.every((row) => of(row) === of(first)) ? of(first) : null;
  };
  const flag = same((row) => row.flag);
  const rating = same((row) => row.rating) ?? 0;
  const colour: Colour | null = same((row) => row.colour);
  const isStacked = rows.some(({ stackId }) => stackId !== null);
  return (
    <section aria-label="What is selected" className="grid gap-2 border-b border-line p-3">
      {count > 1 ? <p className="text-sm font-medium tabular-nums">{count.toLocaleString("en")} files selected</p> : null}
      <div className="flex flex-wrap items-center gap-1">
        <IconButton
          label="Pick"
          keys={pickKeys}
          icon={<Check size={15} aria-hidden />}
          pressed={flag === "pick"}
          onClick={() => acts.choose({ flag: "pick" })}
        />
        <IconButton
          label="Reject"
          keys={rejectKeys}
          icon={<X size={15} aria-hidden />}
          pressed={flag === "reject"}
          onClick={() => acts.choose({ flag: "reject" })}
        />
        <IconButton
          label="Take the flag off"
          keys={unflagKeys}
          icon={<CircleOff size={14} aria-hidden />}
          onClick={() => acts.choose({ flag: "none" })}
        />
        <span className="mx-1 h-4 w-px bg-line" />
        {RATINGS.map((stars) => (
          <button
            key={stars}
            type="button"
            aria-label={`${stars} ${stars === 1 ? "star" : "stars"}`}
            aria-pressed={rating === stars}
            onClick={() => acts.choose({ rating: rating === stars ? 0 : stars })}
            className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
          >
            <Star size={14} aria-hidden className={stars <= rating ? "fill-current text-ink" : ""} />
          </button>
        ))}
        <span className="mx-1 h-4 w-px bg-line" />
        <ColourSwatches colour={colour} onColour={(next) => acts.choose({ colour: next })} />
      </div>
      <div className="flex flex-wrap gap-1">
        {count > 1 ? (
          <Act keys={compareKeys} icon={<Columns2 size={14} aria-hidden />} reason={refuseComparing(count)} onAct={onCompare}>
            Compare
          </Act>
        ) : null}
        <Act keys={collectKeys} icon={<FolderInput size={14} aria-hidden />} onAct={onCollect}>
          Collect
        </Act>
        {collectionId === undefined ? null : (
          <Act keys={outKeys} icon={<FolderMinus size={14} aria-hidden />} onAct={() => acts.takeOut(collectionId)}>
            Take out
          </Act>
        )}
        <Act keys={sendKeys} icon={<Send size={14} aria-hidden />} reason={whyNotSend(acts)} onAct={onSend}>
          Send to review
        </Act>
        {count > 1 && acts.target?.assetIds ? (
          <Act icon={<Layers size={14} aria-hidden />} onAct={acts.stack}>
            Stack
          </Act>
        ) : null}
        {isStacked ? (
          <Act icon={<Ungroup size={14} aria-hidden />} onAct={acts.unstack}>
            Unstack
          </Act>
        ) : null}
        <Act keys={zipKeys} icon={<Archive size={14} aria-hidden />} onAct={() => acts.download("with")}>
          Zip
        </Act>
        <Act onAct={() => acts.download("without")}>Zip without metadata</Act>
        {count > 1 ? (
          <Act keys={removeKeys} icon={<Trash2 size={14} aria-hidden />} onAct={onRemove}>
            Delete
          </Act>
        ) : null}
      </div>
    </section>
  );
}

interface ActProps {
  readonly keys?: string | undefined;
  readonly icon?: ReactNode;
  /** Why it cannot be done now. */
  readonly reason?: string | null;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

function Act({ keys, icon, reason = null, onAct, children }: ActProps) {
  return (
    <Button size="small" variant="ghost" keys={keys} icon={icon} disabledReason={reason} onClick={onAct}>
      {children}
    </Button>
  );
}
