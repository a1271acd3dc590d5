"use client";
import { useQuery } from "@tanstack/react-query";
import { FaultFinder } from "@/components/help/fault-finder";
import { RecipePopover } from "@/components/recipe/recipe-popover";
import { ReviewCard } from "@/components/review/card/review-card";
import { FinaliseBar } from "@/components/run/finalise-bar";
import { StudioPage } from "@/components/shell/studio-page";
import { studio } from "@/lib/client/query";

/** The frame of a review card: the way here, by name once the name is known. */
export function CardScreen({ cardId }: { cardId: string }) {
  const card = useQuery(studio.card.get.queryOptions({ input: { cardId } }));
  return (
    <StudioPage
      fill
      crumbs={[
        { label: "Review", href: "/review" },
        ...(card.data ? [{ label: card.data.project.name, href: `/projects/${card.data.project.id}` }] : []),
        { label: card.data?.title ?? "Card" },
      ]}
    >
      <ReviewCard
        cardId={cardId}
        finalise={(variantId) => (
          <div className="flex flex-wrap items-center gap-1">
            <RecipePopover variantId={variantId} />
            <FinaliseBar variantId={variantId} cardId={cardId} />
          </div>
        )}
        faults={(attemptId, frozen) => <FaultFinder key={attemptId} cardId={cardId} attemptId={attemptId} frozen={frozen} />}
      />
    </StudioPage>
  );
}
