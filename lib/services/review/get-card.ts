import { z } from "zod";
import { CardView } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
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
    const names = await loadNames(db, workspaceId, peopleOf(cardOf(row)));
    const cost = await chargedFor(db, await runsOfCard(db, cardId));
    return cardView(row, actor.kind === "system" ? null : actor, names, cost, now);
  },
});
