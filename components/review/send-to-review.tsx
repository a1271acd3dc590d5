"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { OPEN_STATUSES } from "@/lib/domain/review/status";
import { ExistingCard } from "./send/existing-card";
import { NewCard } from "./send/new-card";
import { SendMany } from "./send/send-many";
import { type SentVariant, titleFrom } from "./send/sent-variant";
import { VariantChoice } from "./send/variant-choice";

export type SendToReviewDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  projectId: string;
  /** Several go to a card each, or as options to one card; or one of them goes to one card. */
  variantIds: readonly string[];
  /** The card somebody came from to make a retry; it is chosen beforehand. */
  cardId?: string | null;
  onSent: () => void;
};

/** Sends a variant to a review card: one that exists, or a new one from a lane's template. */
export function SendToReviewDialog(props: SendToReviewDialogProps) {
  const { open, onOpenChange } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title="Send to review"
      description="A card says what the picture is for and who decides. Exactly these bytes are judged."
    >
      {/* Mounted with the dialog, so that each time it opens it starts from what is true then. */}
      {open ? <SendForm {...props} /> : null}
    </Dialog>
  );
}

type Way = "existing" | "new" | "many";

function SendForm({ projectId, variantIds, cardId = null, onSent }: SendToReviewDialogProps) {
  const variants = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [...variantIds] } }));
  const cards = useQuery(
    studio.card.queue.queryOptions({ input: { view: "all", projectId, status: [...OPEN_STATUSES, "approved"], limit: 100 } }),
  );
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {} }));
  const [chosenId, choose] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const [keptCardId, keepCard] = useState<string | null>(cardId);

  const failed = variants.error ?? cards.error ?? lanes.error;
  if (failed) {
    const retry = () => void Promise.all([variants.refetch(), cards.refetch(), lanes.refetch()]);
    return <ErrorState title={sentenceOf(failed)} kept="Nothing was sent." onRetry={retry} />;
  }
  if (!variants.data || !cards.data || !lanes.data) return <Skeleton className="h-72" />;
  const shown: readonly SentVariant[] = variants.data;
  const variant = shown.find(({ id }) => id === chosenId) ?? shown[0];
  if (!variant) return <ErrorState title="This variant does not exist any more." kept="Nothing was sent." />;

  const waits = cards.data.items.length > 0;
  const present = way ?? (shown.length > 1 ? "many" : keptCardId !== null || waits ? "existing" : "new");
  return (
    <div className="flex flex-col gap-4 sm:flex-row">
      {present === "many" ? null : <VariantChoice variants={shown} chosen={variant} onChoose={choose} />}
      <div className="min-w-0 flex-1">
        <Tabs
          label="Which card"
          value={present}
          onChange={setWay}
          tabs={[
            ...(shown.length > 1
              ? [
                  {
                    id: "many" as const,
                    label: `All ${shown.length}`,
                    content: (
                      <SendMany
                        projectId={projectId}
                        pictures={shown.map((each) => ({ variantId: each.id, shown: each }))}
                        lanes={lanes.data}
                        title={titleFrom(variant.recipe.text)}
                        likely={shown.every(({ quality }) => quality === "final") ? "production" : "exploration"}
                        onSent={() => onSent()}
                      />
                    ),
                  },
                ]
              : []),
            {
              id: "existing",
              label: "A card that exists",
              count: cards.data.items.length,
              content: <ExistingCard variant={variant} cards={cards.data.items} firstCardId={keptCardId} onSent={onSent} />,
            },
            {
              id: "new",
              label: "A new card",
              content: (
                <NewCard
                  key={variant.id}
                  projectId={projectId}
                  variant={variant}
                  lanes={lanes.data}
                  onSent={onSent}
                  onKept={(madeId) => {
                    keepCard(madeId);
                    setWay("existing");
                  }}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
