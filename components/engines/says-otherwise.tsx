"use client";
import { PencilLine, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";

export type SaysOtherwiseProps = {
  /** What the workspace says here; null: nothing. */
  said: { sentence: string; by: string; at: string; why: string | null } | null;
  /** What the catalogue says where the workspace says otherwise. */
  catalogueText?: string | undefined;
  /** The act that says so, and the one that takes it back. */
  say: { text: string; label: string; onClick: () => void };
  back: { text: string; label: string; isBusy: boolean; onClick: () => void };
  /** Why the person may do neither; null: they may. */
  refusal: string | null;
  problem: string | null;
};

/** Who of this workspace says otherwise than the catalogue, why and when – with the way back – or the way to say so. */
export function SaysOtherwise({ said, catalogueText, say, back, refusal, problem }: SaysOtherwiseProps) {
  return (
    <>
      {said ? (
        <span className="block text-xs text-muted text-pretty">
          <span className="font-medium text-accent-ink">{said.sentence}</span> {said.by}, <RelativeTime at={said.at} />:{" "}
          {said.why ?? <span className="text-faint">no reason given</span>}
          {catalogueText === undefined ? null : <span className="block text-faint">Catalogue: {catalogueText}</span>}
        </span>
      ) : null}
      <span className="mt-1 flex flex-wrap gap-1.5">
        <Button
          size="small"
          variant="ghost"
          icon={<PencilLine size={12} aria-hidden />}
          disabledReason={refusal}
          onClick={say.onClick}
          aria-label={say.label}
        >
          {say.text}
        </Button>
        {said ? (
          <Button
            size="small"
            variant="ghost"
            icon={<Undo2 size={12} aria-hidden />}
            disabledReason={refusal}
            busy={back.isBusy}
            onClick={back.onClick}
            aria-label={back.label}
          >
            {back.text}
          </Button>
        ) : null}
      </span>
      {problem ? (
        <span role="alert" className="block text-xs text-bad text-pretty">
          {problem}
        </span>
      ) : null}
    </>
  );
}
