import { z } from "zod";
import { LiveOffersView, offersStanding } from "@/lib/domain/live/offers";
import { read } from "../read";
import { offersOf } from "./offers-of";

export const listOffers = read({
  verb: "live.offers",
  permission: "workspace.read",
  input: z.strictObject({ engineId: z.string().max(60) }),
  output: LiveOffersView,
  async run({ db, actor, now }, { engineId }) {
    const { offers, problem, ...times } = await offersOf(db, actor.workspaceId, engineId);
    return { offers, problem, readAt: times.readAt?.toISOString() ?? null, ...offersStanding(times, now) };
  },
});
