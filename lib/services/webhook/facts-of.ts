import type { WebhookFact } from "./tell";

/** An act as its trail has it. */
interface Acted {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: { readonly [key: string]: string | number | boolean | null };
}

/** What endpoints are told of an act, read from its trail: whichever verb moved a card, the same fact is told. */
export function factsOf(verb: string, audit: readonly Acted[]): readonly WebhookFact[] {
  return audit.flatMap(({ subjectKind, subjectId, details }): readonly WebhookFact[] => {
    if (subjectKind === "comment") return verb === "comment.add" || details?.by === "guest" ? [commentAdded(subjectId)] : [];
    if (subjectKind !== "card" || details?.from === details?.to) return [];
    if (details?.to === "in_review") return [cardSubmitted(subjectId)];
    return details?.to === "exhausted" ? [cardExhausted(subjectId)] : [];
  });
}

const newest = { orderBy: { number: "desc" as const }, take: 1 };

function cardSubmitted(cardId: string): WebhookFact {
  return {
    kind: "card.submitted",
    load: async (tx) => {
      const card = await tx.reviewCard.findUniqueOrThrow({
        where: { id: cardId },
        select: {
          projectId: true,
          title: true,
          ownerId: true,
          attempts: { ...newest, select: { id: true, number: true, contentHash: true } },
        },
      });
      const { attempts, ...facts } = card;
      const [attempt] = attempts;
      return { cardId, ...facts, attemptId: attempt?.id ?? "", attempt: attempt?.number ?? 0, contentHash: attempt?.contentHash ?? "" };
    },
  };
}

function cardExhausted(cardId: string): WebhookFact {
  return {
    kind: "card.exhausted",
    load: async (tx) => {
      const { projectId, title, attempts } = await tx.reviewCard.findUniqueOrThrow({
        where: { id: cardId },
        select: { projectId: true, title: true, attempts: { ...newest, select: { id: true, number: true, decisionNote: true } } },
      });
      const [attempt] = attempts;
      return { cardId, projectId, title, attemptId: attempt?.id ?? "", attempt: attempt?.number ?? 0, note: attempt?.decisionNote ?? "" };
    },
  };
}

function commentAdded(commentId: string): WebhookFact {
  return {
    kind: "comment.added",
    load: async (tx) => {
      const comment = await tx.comment.findUniqueOrThrow({
        where: { id: commentId },
        include: { author: { select: { displayName: true } }, card: { select: { projectId: true } } },
      });
      const { threadId, cardId, attemptId, defectId, author, guestName, body } = comment;
      return {
        commentId,
        threadId: threadId ?? commentId,
        cardId,
        projectId: comment.card.projectId,
        attemptId,
        defectId,
        author: author ? { kind: "member", name: author.displayName } : { kind: "guest", name: guestName ?? "" },
        body,
      };
    },
  };
}
