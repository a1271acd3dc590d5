import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { PUBLISH_REFUSALS, whyNotPublish } from "@/lib/domain/publication/publish";
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
    const [names, runs, notPublished] = await Promise.all([
      loadNames(db, workspaceId, peopleOf(card)),
      runsOfCard(db, cardId),
      whyNotPublished(db, workspaceId, cardId, card, viewer, now),
    ]);
    const publishing = { allowed: notPublished === null, reason: notPublished };
    return cardView(row, { viewer, names, costMicros: await chargedFor(db, runs), publishing, now });
  },
});

async function whyNotPublished(
  db: Database,
  workspaceId: string,
  cardId: string,
  card: ReviewCard,
  viewer: Person | null,
  now: Date,
): Promise<string | null> {
  if (!viewer) return "Only a person can do this.";
  const source = await loadSource(db, workspaceId, cardId);
  const attempt = source.attempts.at(-1);
  if (!attempt) return PUBLISH_REFUSALS.not_approved.sentence;
  return whyNotPublish(card, attempt.id, await publishedFacts(db, source, attempt), viewer.role, now);
}
