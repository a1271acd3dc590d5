import { v7 as newId } from "uuid";
import { z } from "zod";
import { AssetRights } from "@/lib/domain/asset/rights";
import { AppError } from "@/lib/domain/errors";
import { Quality } from "@/lib/domain/prompt/recipe";
import { Disclosure } from "@/lib/domain/publication/disclosure";
import { PUBLISH_REFUSALS, type PublishedFacts, publish as release } from "@/lib/domain/publication/publish";
import { Id } from "@/lib/domain/wire";
import { changeCard, happened, personAt } from "../review/change-card";
import { write } from "../write";
import { buildRecord } from "./build-record";
import { type AttemptSource, loadSource, type PublicationSource } from "./publication-source";

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
    const publishedBefore = (await tx.publication.count({ where: { attemptId } })) > 0;
    const facts = factsOf(source, attempt, publishedBefore);
    const changed = await changeCard(context, cardId, (card) => {
      const released = release(card, attemptId, facts, now);
      if (typeof released !== "string") return released;
      throw new AppError(PUBLISH_REFUSALS[released].code, PUBLISH_REFUSALS[released].sentence, { details: { refusal: released } });
    });
    const publicationId = newId();
    const card = changed.before.card;
    const record = await buildRecord(tx, { publicationId, source, card, attempt, disclosure, publishedById: memberId, now });
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

function factsOf(source: PublicationSource, { asset, variant }: AttemptSource, publishedBefore: boolean): PublishedFacts {
  const pictures = [asset, ...(variant?.prompt.references.map((reference) => reference.asset) ?? [])];
  return {
    laneKind: source.lane.kind,
    assetHash: asset.sha256,
    quality: variant ? Quality.parse(variant.run.quality) : null,
    rights: pictures.map(({ rights }) => AssetRights.parse(rights)),
    publishedBefore,
  };
}
