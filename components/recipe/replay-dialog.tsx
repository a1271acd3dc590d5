"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CircleHelp, Link2, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { announce } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { Money } from "@/components/ui/money";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { promiseOfReplay, promiseWords, type ReplayPromise, replayRecipe } from "@/lib/domain/run/replay";
import { isFinished } from "@/lib/domain/run/states";

export interface ReplayDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly variantId: string;
  /** The review card one works for here; null for none. */
  readonly cardId: string | null;
  /** Shows the prompt it is run as; without it the announcement leads there. */
  readonly onStarted?: (promptId: string) => void;
}

/** Before a recipe runs again: what the engine promises of its pixels, and what it costs. */
export function ReplayDialog({ open, onOpenChange, variantId, cardId, onStarted }: ReplayDialogProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const detail = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [variantId] }, meta: { isQuiet: true } }));
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {}, meta: { isQuiet: true } }));
  const variant = detail.data?.[0];
  const run = variant?.run;
  const made = run && { engineId: run.engineId, modelId: run.modelId, revision: run.modelRevision };
  const model =
    made && models.data?.find((row) => row.engineId === made.engineId && row.capabilities.modelId === made.modelId)?.capabilities;
  const recipe = variant && made ? replayRecipe(variant.recipe, made, variant.seed, model) : null;
  const quote = useQuery({
    ...studio.run.quote.queryOptions({
      input: recipe && variant ? { projectId: variant.projectId, recipe, ...(cardId === null ? {} : { cardId }) } : EMPTY,
      meta: { isQuiet: true },
    }),
    enabled: recipe !== null && models.data !== undefined,
    staleTime: 0,
  });
  const replay = useMutation(
    studio.variant.replay.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: ({ promptId }) => {
        onOpenChange(false);
        onStarted?.(promptId);
        announce({
          tone: "plain",
          text: "The replay is on its way.",
          ...(onStarted || !variant
            ? {}
            : { action: { label: "Open board", run: () => router.push(`/boards/${variant.boardId}?prompt=${promptId}`) } }),
        });
      },
      onSettled: () => {
        void queries.invalidateQueries({ queryKey: studio.variant.key() });
        void queries.invalidateQueries({ queryKey: studio.board.key() });
      },
    }),
  );
  const failed = detail.error ?? models.error ?? quote.error;
  const refusal = failed
    ? sentenceOf(failed)
    : detail.data && !variant
      ? "This picture is not there any more."
      : variant?.replays.some(({ status }) => !isFinished(status))
        ? "A replay of this picture is being made already."
        : !quote.data
          ? "The price is being asked for."
          : (quote.data.refusal ?? (quote.data.fits ? null : "This run costs more than the project's budget has left."));
  const promise = made && models.data ? promiseOfReplay(made, model, model?.revision ?? made.revision) : null;
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Replay"
      description="Runs the very recipe of this picture again: the same words, references, settings and seed, one picture. It becomes a branch that knows what it replays."
      submitLabel="Run again"
      disabledReason={refusal}
      busy={replay.isPending}
      onSubmit={() =>
        quote.data && replay.mutate({ variantId, quoteMicros: quote.data.quoteMicros, ...(cardId === null ? {} : { cardId }) })
      }
    >
      {variant && promise && made ? (
        <>
          <div className="flex items-start gap-3">
            <Picture
              src={`/assets/${variant.assetId}/thumb`}
              width={variant.width}
              height={variant.height}
              alt={`Variant ${variant.index + 1}`}
              thumbHash={variant.thumbHash}
              eager
              className="w-24 shrink-0 rounded-md"
            />
            <div className="grid min-w-0 gap-1.5">
              <p dir="auto" className="line-clamp-3 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
                {variant.recipe.text}
              </p>
              <p className="text-xs text-muted">
                {model?.name ?? made.modelId} · {variant.quality} · seed <span className="font-mono">{variant.seed}</span>
              </p>
            </div>
          </div>
          <Promised promise={promise}>
            {promiseWords(promise, model?.name ?? made.modelId, made.revision, model?.revision ?? made.revision)}
          </Promised>
          {variant.recipe.references.length > 0 ? (
            <p className="flex gap-2 text-sm text-muted">
              <Link2 size={14} className="mt-0.5 shrink-0" aria-hidden />
              {variant.recipe.references.length === 1 ? "Its reference is" : `Its ${variant.recipe.references.length} references are`} the
              same files; a file never changes.
            </p>
          ) : null}
          <Earlier replays={variant.replays} />
          <p className="flex items-baseline justify-between border-t border-line pt-2 text-sm">
            <span className="text-muted">What it costs</span>
            {quote.data ? <Money micros={quote.data.quoteMicros} as="price" /> : <Skeleton className="h-4 w-12" />}
          </p>
        </>
      ) : failed ? null : (
        <Skeleton className="h-32 w-full rounded-md" />
      )}
      {(replay.error ?? failed) ? (
        <p role="alert" className="text-sm text-bad text-pretty">
          {sentenceOf(replay.error ?? failed)}
        </p>
      ) : quote.data && refusal ? (
        <p className="text-sm text-warn text-pretty">{refusal}</p>
      ) : null}
    </FormDialog>
  );
}

/** Never sent: the query waits until there is a recipe. */
const EMPTY = { projectId: "", recipe: {} as never };

const LOOKS = {
  "same-pixels": { Icon: CircleCheck, tone: "text-ok" },
  "other-revision": { Icon: TriangleAlert, tone: "text-warn" },
  nothing: { Icon: CircleHelp, tone: "text-muted" },
} as const satisfies Record<ReplayPromise, object>;

function Promised({ promise, children }: { promise: ReplayPromise; children: string }) {
  const { Icon, tone } = LOOKS[promise];
  return (
    <p className="flex gap-2 text-sm text-pretty">
      <Icon size={14} className={`mt-0.5 shrink-0 ${tone}`} aria-hidden />
      {children}
    </p>
  );
}

/** What came of the replays before. */
function Earlier({ replays }: { replays: readonly { readonly runId: string; readonly isSame: boolean | null }[] }) {
  const known = replays.filter(({ isSame }) => isSame !== null);
  const [last] = known;
  if (!last) return null;
  return (
    <p className="text-xs text-muted">
      Replayed before: {last.isSame ? "the same pixels, byte for byte" : "other pixels"}
      {known.length > 1 ? `, the last of ${known.length}` : ""}.
    </p>
  );
}
