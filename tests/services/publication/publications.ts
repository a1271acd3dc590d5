import type { PublicationDetail } from "@/lib/domain/publication/view";
import type { LabelCorner } from "@/lib/domain/publication/visible-label";
import { getPublication } from "@/lib/services/publication/get-publication";
import { publish } from "@/lib/services/publication/publish";
import { approve } from "@/lib/services/review/approve";
import { getCard } from "@/lib/services/review/get-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import type { ReviewStudio } from "../../support/factory";
import { aCard } from "../review/cards";

export const LABEL = { kind: "ai-generated-label", reason: "Shown in a catalogue.", toldWhere: "In the caption below it." } as const;

/** A card whose newest attempt, this file, is approved. */
export async function anApproved(studio: ReviewStudio, file: { variantId: string } | { assetId: string }, cardId?: string) {
  const id = cardId ?? (await aCard(studio));
  const { attempts } = await getCard(studio.people.lead, { cardId: id });
  const { attemptId } = await submitAttempt(studio.people.operator, { cardId: id, seenAttempt: attempts.length, ...file });
  await approve(studio.people.reviewer, { cardId: id, attemptId });
  return { cardId: id, attemptId };
}

/** Publishes it; its file is not written here. */
export async function aPublication(
  studio: ReviewStudio,
  file: { variantId: string } | { assetId: string },
  wish: { invisibleId?: boolean; visibleLabel?: LabelCorner } = {},
): Promise<PublicationDetail> {
  const { cardId, attemptId } = await anApproved(studio, file);
  const { publicationId } = await publish(studio.people.lead, { cardId, attemptId, disclosure: LABEL, ...wish });
  return getPublication(studio.people.lead, { publicationId });
}
