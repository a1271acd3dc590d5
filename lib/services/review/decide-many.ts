import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { type AuditEntry, type Written, write } from "../write";
import { decideOn } from "./decide-attempt";
import { Note } from "./input";

const Answer = z.strictObject({
  cardId: Id,
  done: z.boolean(),
  /** Why nothing was decided on this card, as a sentence; null when it was. */
  whyNot: z.string().nullable(),
});

/**
 * One decision with one note on many cards, each on the attempt that was looked at. Every card is judged by its own
 * rules: what is refused on one is said of it and keeps nobody else's from being decided.
 */
export const decideMany = write({
  verb: "card.decide-many",
  permission: "card.decide",
  input: z.strictObject({
    decision: z.enum(["approve", "request-changes", "reject"]),
    note: Note,
    cards: z
      .array(z.strictObject({ cardId: Id, attemptId: Id }))
      .min(1)
      .max(100)
      .refine((list) => new Set(list.map(({ cardId }) => cardId)).size === list.length, "Each card is listed once."),
  }),
  output: z.strictObject({ cards: z.array(Answer) }),
  async run(context, { decision, note, cards }) {
    const answers = new Map<string, z.output<typeof Answer>>();
    const written: Pick<Written<unknown>, "audit" | "events" | "jobs" | "tells">[] = [];
    // In one order for everybody, so that two people with the same cards wait for each other instead of both for ever.
    for (const { cardId, attemptId } of cards.toSorted((one, other) => (one.cardId < other.cardId ? -1 : 1))) {
      try {
        const decided = await decideOn(context, decision, { cardId, attemptId, note });
        if (!("unchanged" in decided)) written.push(decided);
        answers.set(cardId, { cardId, done: true, whyNot: null });
      } catch (error) {
        // A card refuses before anything of it is saved.
        if (!(error instanceof AppError)) throw error;
        answers.set(cardId, { cardId, done: false, whyNot: error.message });
      }
    }
    const result = { cards: cards.flatMap(({ cardId }) => answers.get(cardId) ?? []) };
    const [first, ...rest] = written.flatMap(({ audit }) => audit);
    if (!first) return { result, unchanged: true };
    const audit: [AuditEntry, ...AuditEntry[]] = [first, ...rest];
    return {
      result,
      audit,
      events: written.flatMap(({ events }) => events ?? []),
      jobs: written.flatMap(({ jobs }) => jobs ?? []),
      tells: written.flatMap(({ tells }) => tells ?? []),
    };
  },
});
