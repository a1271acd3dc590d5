import type { CardView } from "@/lib/domain/review/view";

export type SharedCard = { readonly id: string; readonly title: string };

/** What is shared with guests: a card, with others of its project if somebody adds them, or a playlist, which its links follow. */
export type Shared =
  | { readonly kind: "card"; readonly card: CardView }
  | { readonly kind: "playlist"; readonly id: string; readonly name: string; readonly cards: readonly SharedCard[] };

export const nameOf = (shared: Shared) => (shared.kind === "card" ? shared.card.title : shared.name);
