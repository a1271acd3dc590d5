import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { PUBLISH_REFUSALS, whyNotPublish } from "@/lib/domain/publication/publish";
import { publishWarnings } from "@/lib/domain/publication/sources";
import type { Person, ReviewCard } from "@/lib/domain/review/card";
import { CardView } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { loadSource } from "../publication/publication-source";
import { publishedFacts } from "../publication/published-facts";
import { read } from "../read";
import { chargedFor, runsOfCard } from "./card-cost";
import { cardView, fullInclude } from "./card-view";
import { cardOf, noSuchCard } from "./load-card";
import { loadNames, peopleOf } from "./names";

/** A card in full, with what the person asking may do now and, where not, why. */
export const getCard = read({
  verb: "card.get",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id }),
  output: CardView,
  async run({ db, actor, now }, { cardId }) {
    const { workspaceId } = actor;
    const row = await db.reviewCard.findFirst({ where: { id: cardId, workspaceId }, include: fullInclude });
    if (!row) throw noSuchCard();
    const card = cardOf(row);
    const viewer = actor.kind === "system" ? null : actor;
    const [names, runs, publishing] = await Promise.all([
      loadNames(db, workspaceId, peopleOf(card)),
      runsOfCard(db, cardId),
      publishingOf(db, workspaceId, cardId, card, viewer, now),
    ]);
    return cardView(row, { viewer, names, costMicros: await chargedFor(db, runs), publishing, now });
  },
});

async function publishingOf(
  db: Database,
  workspaceId: string,
  cardId: string,
  card: ReviewCard,
  viewer: Person | null,
  now: Date,
): Promise<CardView["publishing"]> {
  if (!viewer) return { allowed: false, reason: "Only a person can do this.", warnings: [] };
  const source = await loadSource(db, workspaceId, cardId);
  const attempt = source.attempts.at(-1);
  if (!attempt) return { allowed: false, reason: PUBLISH_REFUSALS.not_approved.sentence, warnings: [] };
  const facts = await publishedFacts(db, source, attempt);
  const reason = whyNotPublish(card, attempt.id, facts, viewer.role, now);
  return { allowed: reason === null, reason, warnings: [...publishWarnings(facts.pictures, now)] };
}
