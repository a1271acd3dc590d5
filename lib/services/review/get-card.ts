import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { publishChecklist } from "@/lib/domain/publication/checklist";
import { whyNoInvisibleId } from "@/lib/domain/publication/invisible-id";
import { PUBLISH_REFUSALS, whyNotPublish } from "@/lib/domain/publication/publish";
import { publishWarnings } from "@/lib/domain/publication/sources";
import { whyNoVisibleLabel } from "@/lib/domain/publication/visible-label";
import { changedFromApproved } from "@/lib/domain/review/approved-recipe";
import { isFallbackOpen, type Person, type ReviewCard } from "@/lib/domain/review/card";
import { type AttemptView, CardView } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { loadSource } from "../publication/publication-source";
import { labelledFile, markableFile, publishedFacts } from "../publication/published-facts";
import { read } from "../read";
import { approvedRecipe, writtenRecipe } from "./approved-recipe";
import { chargedFor, runsOfCard } from "./card-cost";
import { type CardContext, cardView, fullInclude } from "./card-view";
import { fallbackTarget } from "./fallback-target";
import { cardOf, noSuchCard } from "./load-card";
import { loadNames, type Names, peopleOf } from "./names";

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
    const names = await loadNames(db, workspaceId, peopleOf(card));
    const [offered, runs, publishing, fallback, recipeEdits, fallbackRunId] = await Promise.all([
      offeredOn(db, card),
      runsOfCard(db, cardId),
      publishingOf(db, workspaceId, cardId, card, viewer, now),
      card.fallbackPath && fallbackTarget(db, workspaceId, card.fallbackPath, card.makerId),
      recipeEditsOn(db, workspaceId, card, names),
      fallbackRunOf(db, cardId, card),
    ]);
    const costMicros = await chargedFor(db, runs);
    return cardView(row, { viewer, names, offered, fallback, recipeEdits, fallbackRunId, costMicros, publishing, now });
  },
});

/** The newest run that was to make the fallback path's attempt, while that is waited for. */
async function fallbackRunOf(db: Database, cardId: string, card: ReviewCard): Promise<string | null> {
  if (!isFallbackOpen(card)) return null;
  const run = await db.run.findFirst({ where: { cardId, opensAttempt: true }, orderBy: { id: "desc" }, select: { id: true } });
  return run?.id ?? null;
}

/** The pictures the attempts of a card offer, by their ids. */
async function offeredOn(db: Database, card: ReviewCard): Promise<CardContext["offered"]> {
  const ids = card.attempts.flatMap(({ options }) => options.map(({ assetId }) => assetId));
  if (ids.length === 0) return new Map();
  const select = { id: true, fileName: true, width: true, height: true, thumbHash: true } as const;
  const assets = await db.asset.findMany({ where: { id: { in: ids } }, select });
  return new Map(assets.map(({ id: assetId, ...facts }) => [assetId, { assetId, ...facts }]));
}

/** What became of approved recipes by edits, told against what was approved. */
async function recipeEditsOn(db: Database, workspaceId: string, card: ReviewCard, names: Names): Promise<CardContext["recipeEdits"]> {
  const edits: [string, NonNullable<AttemptView["recipeEdit"]>][] = [];
  for (const { id, variantId, recipeEdit } of card.attempts) {
    if (recipeEdit === null || variantId === null) continue;
    const { promptId, byId, at } = recipeEdit;
    const written = await writtenRecipe(db, workspaceId, promptId);
    if (!written) continue;
    const difference = changedFromApproved(await approvedRecipe(db, variantId), written.recipe);
    edits.push([id, { by: names.person(byId), at, promptId, boardId: written.boardId, difference: [...difference] }]);
  }
  return new Map(edits);
}

async function publishingOf(
  db: Database,
  workspaceId: string,
  cardId: string,
  card: ReviewCard,
  viewer: Person | null,
  now: Date,
): Promise<CardView["publishing"]> {
  const nothing = (reason: string) => {
    const not = { allowed: false, reason };
    return { ...not, warnings: [], checks: [], invisibleId: not, visibleLabel: not, altText: null };
  };
  if (!viewer) return nothing("Only a person can do this.");
  const source = await loadSource(db, workspaceId, cardId);
  const attempt = source.attempts.at(-1);
  if (!attempt) return nothing(PUBLISH_REFUSALS.not_approved.sentence);
  const facts = await publishedFacts(db, source, attempt, now);
  const reason = whyNotPublish(card, attempt.id, facts, viewer.role, now);
  const unmarkable = whyNoInvisibleId(markableFile(attempt));
  const unlabelled = whyNoVisibleLabel(labelledFile(attempt));
  return {
    allowed: reason === null,
    reason,
    warnings: [...publishWarnings(facts.pictures, now)],
    checks: publishChecklist(card, attempt.id, facts, now),
    invisibleId: { allowed: unmarkable === null, reason: unmarkable },
    visibleLabel: { allowed: unlabelled === null, reason: unlabelled },
    altText: attempt.asset.altText,
  };
}
