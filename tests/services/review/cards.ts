import type { z } from "zod";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { CardTerms } from "@/lib/domain/review/edit-card";
import type { CardView } from "@/lib/domain/review/view";
import { createCard } from "@/lib/services/review/create-card";
import { getCard } from "@/lib/services/review/get-card";
import { requestChanges } from "@/lib/services/review/request-changes";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { aVariant, type ReviewStudio } from "../../support/factory";

/** A complete draft in the production lane, owned by the reviewer. */
export async function aCard(studio: ReviewStudio, terms: z.input<typeof CardTerms> = {}): Promise<string> {
  const { operator, reviewer } = studio.people;
  const { cardId } = await createCard(operator, {
    projectId: studio.projectId,
    laneId: studio.lanes.production,
    title: "Hero picture",
    terms: { ownerId: reviewer.memberId, ...terms },
  });
  return cardId;
}

/** Submits a fresh variant on top of what is there; the attempt's id. */
export async function submitNew(studio: ReviewStudio, cardId: string, by: PersonActor = studio.people.operator): Promise<string> {
  const { attempts } = await getCard(by, { cardId });
  const variant = await aVariant(studio);
  const { attemptId } = await submitAttempt(by, { cardId, variantId: variant.id, seenAttempt: attempts.length });
  return attemptId;
}

/** Submits and sends back until the card is where `sentBack` times leave it. */
export async function sendBack(studio: ReviewStudio, cardId: string, times: number): Promise<CardView> {
  for (let round = 0; round < times; round += 1) {
    const attemptId = await submitNew(studio, cardId);
    await requestChanges(studio.people.reviewer, { cardId, attemptId, note: "Warmer light, please." });
  }
  return getCard(studio.people.reviewer, { cardId });
}
