import { may, type Role } from "@/lib/domain/access/policy";
import { PUBLISH_REFUSALS } from "@/lib/domain/publication/publish";
import type { AttemptView, CardView } from "@/lib/domain/review/view";

/**
 * Why this card cannot be published by somebody of this role, as far as the card tells; null when it can be tried. What
 * the card does not tell (rights, an earlier publication) the studio judges when it is done.
 */
export function whyNotPublish(
  card: Pick<CardView, "status" | "lane">,
  attempt: Pick<AttemptView, "status" | "stale">,
  role: Role,
): string | null {
  if (card.status === "published") return PUBLISH_REFUSALS.already_published.sentence;
  if (card.status !== "approved" || attempt.status !== "approved" || attempt.stale) return PUBLISH_REFUSALS.not_approved.sentence;
  if (card.lane.kind !== "production") return PUBLISH_REFUSALS.exploration_lane.sentence;
  return may(role, "publication.publish") ? null : "This takes a lead or an admin.";
}
