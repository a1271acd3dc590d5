"use client";
import { AltText } from "@/components/help/alt-text";
import { Publication } from "@/components/review/publications/publication";

/** A publication with what its own surface does not know: how its alternative text is written. */
export function PublicationScreen({ publicationId }: { publicationId: string }) {
  return <Publication publicationId={publicationId} altText={(assetId) => <AltText assetId={assetId} />} />;
}
