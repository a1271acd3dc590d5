"use client";
import { ArrowUpRight, Sparkles } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Money } from "@/components/ui/money";
import { type Finalise, useFinalise } from "@/lib/client/use-finalise";
import type { RunStatus } from "@/lib/domain/run/states";

export interface FinaliseBarProps {
  readonly variantId: string;
  readonly cardId?: string | null;
}

/** From a draft to its final and back: the act with its price, and both ways of the link. Nothing for a picture that has neither. */
export function FinaliseBar({ variantId, cardId = null }: FinaliseBarProps) {
  const finalise = useFinalise(variantId, cardId);
  if (!finalise || (!finalise.isDraft && !finalise.draft)) return null;
  const { isDraft, draft, final, priceMicros, refusal, isPending, problem, start } = finalise;
  return (
    <div className="grid gap-1 text-xs">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {isDraft ? (
          <Button size="small" icon={<Sparkles size={13} aria-hidden />} busy={isPending} disabledReason={refusal} onClick={start}>
            Finalise
            {priceMicros === null ? null : <Money micros={priceMicros} as="price" className="text-muted" />}
          </Button>
        ) : null}
        {draft ? <Other href={draft.href}>Final of this draft</Other> : null}
        {final ? <FinalOf final={final} /> : null}
      </p>
      {problem ? (
        <p role="alert" className="text-bad text-pretty">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function FinalOf({ final: { status, href } }: { final: NonNullable<Finalise["final"]> }) {
  if (href !== null) return <Other href={href}>Its final</Other>;
  return <span className="text-muted">{FINAL_WORDS[status]}</span>;
}

function Other({ href, children }: { href: string; children: string }) {
  return (
    <ButtonLink size="small" variant="ghost" icon={<ArrowUpRight size={12} aria-hidden />} href={href}>
      {children}
    </ButtonLink>
  );
}

const FINAL_WORDS = {
  queued: "Its final waits to start.",
  submitting: "Its final is being sent.",
  processing: "Its final is being made.",
  succeeded: "Its final is done.",
  refused: "Its final was refused by the engine.",
  failed: "Its final failed.",
  cancelled: "Its final was cancelled.",
  unknown: "Nobody knows yet whether its final was made.",
} as const satisfies Record<RunStatus, string>;
