import { v7 as newId } from "uuid";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Disclosure } from "@/lib/domain/publication/disclosure";
import { PUBLISH_REFUSALS, publishRefusalSentence, publish as release } from "@/lib/domain/publication/publish";
import { Id } from "@/lib/domain/wire";
import { changeCard, happened, personAt } from "../review/change-card";
import { type Unchanged, type WriteContext, write } from "../write";
import { buildRecord } from "./build-record";
import { loadSource } from "./publication-source";
import { publishedFacts } from "./published-facts";

/** Releases an approved attempt: the decision, its record and the job that writes the file, or nothing. */
export const publish = write({
  verb: "publication.publish",
  permission: "publication.publish",
  input: z.strictObject({ cardId: Id, attemptId: Id, disclosure: Disclosure }),
  output: z.strictObject({ publicationId: Id, cardId: Id, version: z.int() }),
  async run(context, { cardId, attemptId, disclosure }) {
    const { tx, actor, now } = context;
    const { workspaceId } = actor;
    const { memberId } = personAt(actor);
    const source = await loadSource(tx, workspaceId, cardId);
    const attempt = source.attempts.find(({ id }) => id === attemptId);
    if (!attempt) throw new AppError("NOT_FOUND", "This attempt does not belong to that card.");
    const earlier = await ownPublication(context, { cardId, attemptId, disclosure });
    if (earlier) return earlier;
    const facts = await publishedFacts(tx, source, attempt);
    const changed = await changeCard(context, cardId, (card) => {
      const released = release(card, attemptId, facts, now);
      if (typeof released !== "string") return released;
      throw new AppError(PUBLISH_REFUSALS[released].code, publishRefusalSentence(released, facts, now), { details: { refusal: released } });
    });
    const publicationId = newId();
    const card = changed.before.card;
    const { pictures } = facts;
    const record = await buildRecord(tx, { publicationId, source, card, attempt, pictures, disclosure, publishedById: memberId, now });
    await tx.publication.create({
      data: {
        id: publicationId,
        workspaceId,
        cardId,
        attemptId,
        sourceHash: attempt.asset.sha256,
        disclosure,
        record,
        publishedById: memberId,
        createdAt: now,
      },
    });
    const written = happened(changed, "published", { publicationId, attemptId, disclosure: disclosure.kind, reason: disclosure.reason });
    return {
      result: { publicationId, cardId, version: changed.version },
      audit: [
        ...written.audit,
        {
          subjectKind: "publication",
          subjectId: publicationId,
          details: { cardId, attemptId, sourceHash: attempt.asset.sha256, totalMicros: record.cost.totalMicros },
        },
      ],
      events: [
        ...(written.events ?? []),
        { kind: "publication", id: publicationId, version: 0, projectId: source.project.id, act: "published" },
      ],
      jobs: [{ name: "publication.write", payload: { workspaceId, publicationId } }],
    };
  },
});

/** The standing publication of this very attempt, when the same person already made it with the same disclosure. */
async function ownPublication(
  { tx, actor }: WriteContext,
  { cardId, attemptId, disclosure }: { cardId: string; attemptId: string; disclosure: Disclosure },
): Promise<Unchanged<{ publicationId: string; cardId: string; version: number }> | null> {
  const { memberId } = personAt(actor);
  // Whoever publishes at the same moment holds the card's row: wait for them, then look.
  const [card] = await tx.$queryRaw<{ version: number }[]>`SELECT "version" FROM "ReviewCard" WHERE "id" = ${cardId}::uuid FOR UPDATE`;
  const made = await tx.publication.findFirst({ where: { attemptId, publishedById: memberId, withdrawnAt: null } });
  if (!card || !made) return null;
  const { kind, reason } = Disclosure.parse(made.disclosure);
  if (kind !== disclosure.kind || reason !== disclosure.reason) return null;
  return { result: { publicationId: made.id, cardId, version: card.version }, unchanged: true };
}
