import { v7 as newId } from "uuid";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { AltText } from "@/lib/domain/help/alt-text";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { publishChecklist } from "@/lib/domain/publication/checklist";
import { Disclosure } from "@/lib/domain/publication/disclosure";
import { whyNoInvisibleId } from "@/lib/domain/publication/invisible-id";
import { PUBLISH_REFUSALS, publishRefusalSentence, publish as release } from "@/lib/domain/publication/publish";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { LABEL_TEXTS, LabelCorner, type VisibleLabel, whyNobodyIsTold, whyNoVisibleLabel } from "@/lib/domain/publication/visible-label";
import { Id } from "@/lib/domain/wire";
import { changeCard, happened, personAt } from "../review/change-card";
import { type Unchanged, type WriteContext, write } from "../write";
import { buildRecord } from "./build-record";
import { type AttemptSource, loadSource } from "./publication-source";
import { labelledFile, markableFile, publishedFacts } from "./published-facts";

/** Why a picture that is flagged for unsafe content goes out; kept in the record's checks. */
const UnsafeReason = PlainText.max(1_000).default("");

/** Releases an approved attempt: the decision, its record and the job that writes the file, or nothing. */
export const publish = write({
  verb: "publication.publish",
  permission: "publication.publish",
  input: z.strictObject({
    cardId: Id,
    attemptId: Id,
    disclosure: Disclosure,
    invisibleId: z.boolean().default(false),
    visibleLabel: LabelCorner.nullable()
      .default(null)
      .meta({ description: "The corner into which the disclosure is written for everybody to see; null: it is not." }),
    altText: AltText.optional().meta({ description: "What the file shows, for who cannot see it; left out: what the asset says." }),
    unsafeReason: UnsafeReason,
  }),
  output: z.strictObject({ publicationId: Id, cardId: Id, version: z.int() }),
  async run(context, { cardId, attemptId, disclosure, invisibleId, visibleLabel: corner, altText: said, unsafeReason }) {
    const { tx, actor, now } = context;
    const { workspaceId } = actor;
    const { memberId } = personAt(actor);
    const source = await loadSource(tx, workspaceId, cardId);
    const attempt = source.attempts.find(({ id }) => id === attemptId);
    if (!attempt) throw new AppError("NOT_FOUND", "This attempt does not belong to that card.");
    const altText = said === undefined ? attempt.asset.altText : said || null;
    const earlier = await ownPublication(context, { cardId, attemptId, disclosure, invisibleId, corner, altText });
    if (earlier) return earlier;
    const facts = { ...(await publishedFacts(tx, source, attempt, now)), unsafeReason };
    const unmarkable = invisibleId ? whyNoInvisibleId(markableFile(attempt)) : null;
    if (unmarkable !== null) throw new AppError("REFUSED", unmarkable);
    const visibleLabel = labelOf(corner, disclosure, attempt);
    const changed = await changeCard(context, cardId, (card) => {
      const released = release(card, attemptId, facts, now);
      if (typeof released !== "string") return released;
      throw new AppError(PUBLISH_REFUSALS[released].code, publishRefusalSentence(released, facts, now), { details: { refusal: released } });
    });
    const publicationId = newId();
    const card = changed.before.card;
    const { pictures } = facts;
    const what = {
      publicationId,
      source,
      card,
      attempt,
      pictures,
      disclosure,
      invisibleId,
      visibleLabel,
      altText,
      checks: publishChecklist(card, attemptId, facts, now),
    };
    const record = await buildRecord(tx, { ...what, publishedById: memberId, now });
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

/** What is drawn into the picture: the words of the disclosure, at the corner that was chosen. */
function labelOf(corner: LabelCorner | null, disclosure: Disclosure, attempt: AttemptSource): VisibleLabel | null {
  const untold = whyNobodyIsTold(disclosure, corner);
  if (untold !== null) throw new AppError("REFUSED", untold);
  if (corner === null) return null;
  const text = LABEL_TEXTS[disclosure.kind];
  const refusal =
    text === null ? "A visible label says what viewers are told: decide on a disclosure first." : whyNoVisibleLabel(labelledFile(attempt));
  if (text === null || refusal !== null) throw new AppError("REFUSED", refusal ?? "");
  return { text, corner };
}

/** The standing publication of this very attempt, when the same person already made it with the same disclosure. */
async function ownPublication(
  { tx, actor }: WriteContext,
  asked: {
    cardId: string;
    attemptId: string;
    disclosure: Disclosure;
    invisibleId: boolean;
    corner: LabelCorner | null;
    altText: string | null;
  },
): Promise<Unchanged<{ publicationId: string; cardId: string; version: number }> | null> {
  const { memberId } = personAt(actor);
  const { cardId, attemptId, disclosure, invisibleId, corner, altText } = asked;
  // Whoever publishes at the same moment holds the card's row: wait for them, then look.
  const [card] = await tx.$queryRaw<{ version: number }[]>`SELECT "version" FROM "ReviewCard" WHERE "id" = ${cardId}::uuid FOR UPDATE`;
  const made = await tx.publication.findFirst({ where: { attemptId, publishedById: memberId, withdrawnAt: null } });
  if (!card || !made) return null;
  const { kind, reason, toldWhere } = Disclosure.parse(made.disclosure);
  const record = PublicationRecord.parse(made.record);
  const isMarkedSo = (record.invisibleId !== null) === invisibleId && (record.visibleLabel?.corner ?? null) === corner;
  const isSame = isMarkedSo && record.altText === altText;
  if (kind !== disclosure.kind || reason !== disclosure.reason || toldWhere !== disclosure.toldWhere || !isSame) return null;
  return { result: { publicationId: made.id, cardId, version: card.version }, unchanged: true };
}
