"use client";
import { useQuery } from "@tanstack/react-query";
import { Money } from "@/components/ui/money";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { fallbackSentence } from "@/lib/domain/review/fallback";
import type { CardView, FallbackTarget } from "@/lib/domain/review/view";
import { CardThumb } from "../queue/card-thumb";
import type { CardActing } from "../use-card-act";
import { ReasonDialog } from "./reason-dialog";

export type TakeFallbackDialogProps = {
  card: CardView;
  acting: CardActing;
  onClose: () => void;
};

/** The agreed way out, with what it uses: the picture that becomes the attempt, or the run and its price. */
export function TakeFallbackDialog({ card, acting, onClose }: TakeFallbackDialogProps) {
  const { id: cardId, fallbackPath: path, fallback } = card;
  const isRun = path?.kind === "engine" || path?.kind === "pattern";
  const plan = useQuery({ ...studio.card.fallbackPlan.queryOptions({ input: { cardId } }), enabled: isRun });
  const unpriced = isRun && !plan.data ? (plan.isError ? sentenceOf(plan.error) : "The price is being asked.") : null;
  const take = (note: string) =>
    acting.run(
      {
        said: "The fallback path is taken.",
        notes: ({ runId, whyNot, insteadOn }) => {
          if (runId)
            return [
              ...(insteadOn ? [`${insteadOn} runs it, because the agreed engine made the attempt that was sent back.`] : []),
              "The studio is making its picture; it becomes an attempt by itself.",
            ];
          return whyNot ? ["The attempt has to be made by hand.", whyNot] : [];
        },
        // What was seen is what may be spent: a run that costs something else by now is asked about again.
        call: () => rpc.card.takeFallback({ cardId, note, ...(isRun ? { quoteMicros: plan.data?.runs?.quoteMicros ?? "0" } : {}) }),
      },
      onClose,
    );
  return (
    <ReasonDialog
      onClose={onClose}
      isBusy={acting.isBusy}
      title="Take the fallback path"
      description={path ? fallbackSentence(path.kind) : "No fallback path was agreed."}
      label="Note"
      optional
      confirm="Take it"
      disabledReason={unpriced}
      onConfirm={take}
    >
      {fallback?.target?.kind === "library-asset" ? <AgreedPicture target={fallback.target} number={card.attempts.length + 1} /> : null}
      {isRun ? (
        <p aria-live="polite" className="mb-3 text-sm text-pretty">
          {unpriced}
          {plan.data?.runs ? <Runs runs={plan.data.runs} /> : null}
          {plan.data?.whyNot ? `Nothing is spent; somebody has to make it by hand. ${plan.data.whyNot}` : null}
        </p>
      ) : null}
      {path?.note ? <p className="mb-3 text-sm text-muted text-pretty">Agreed beforehand: {path.note}</p> : null}
    </ReasonDialog>
  );
}

type Planned = NonNullable<Awaited<ReturnType<typeof rpc.card.fallbackPlan>>["runs"]>;

function Runs({ runs: { pattern, modelName, engineName, quoteMicros, isInstead } }: { runs: Planned }) {
  return (
    <>
      {pattern ? `Version ${pattern.number} of “${pattern.name}” runs` : "It runs"} on {modelName} ({engineName}) for{" "}
      <Money micros={quoteMicros} as="price" />.
      {isInstead ? " The agreed engine made the attempt that was sent back, so this one runs it instead." : ""}
    </>
  );
}

function AgreedPicture({
  target: { name, picture },
  number,
}: {
  target: Extract<FallbackTarget, { kind: "library-asset" }>;
  number: number;
}) {
  return (
    <figure className="mb-3 flex items-center gap-3">
      <CardThumb picture={picture} className="h-24 w-32 shrink-0" />
      <figcaption className="min-w-0 text-sm">
        <bdi className="block font-medium [overflow-wrap:anywhere]">{name}</bdi>
        <span className="text-xs text-muted">
          {picture.width} × {picture.height}. It becomes attempt {number}.
        </span>
      </figcaption>
    </figure>
  );
}
