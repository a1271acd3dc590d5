import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { CardTerms } from "@/lib/domain/review/edit-card";
import { GoalValues } from "@/lib/domain/review/goal";
import type { Submission } from "@/lib/domain/review/submit-attempt";
import { Title } from "@/lib/domain/review/template";
import { Id } from "@/lib/domain/wire";
import { type AuditEntry, type Written, write } from "../write";
import { personAt } from "./change-card";
import { draftCard } from "./create-card";
import { Note } from "./input";
import { SentPicture } from "./sent-picture";
import { loadSubmission, sentOf } from "./submission";
import { submitTo } from "./submit-to";

const Made = z.strictObject({ cardId: Id, attemptId: Id, title: z.string() });

/**
 * Sends several pictures to review at once, from one template: a card for each, or one card of which they are the
 * options. All of it happens or nothing: what is refused is said with the number of its picture.
 */
export const submitMany = write({
  verb: "card.submit-many",
  permission: "card.write",
  input: z.strictObject({
    projectId: Id,
    laneId: Id,
    templateId: Id.optional().meta({ description: "A card template of the lane; without one the lane's default." }),
    as: z.enum(["cards", "options"]).meta({ description: "A card for each picture, or one card of which whoever decides chooses one." }),
    title: Title,
    terms: CardTerms.default({}),
    values: GoalValues.default({}),
    note: Note,
    pictures: z.array(SentPicture).min(1).max(50),
  }),
  output: z.strictObject({ cards: z.array(Made), notes: z.array(z.string()) }),
  async run(context, { as, title, note, values, pictures, ...card }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    const submissions: Submission[] = [];
    for (const [at, { variantId, assetId }] of pictures.entries())
      submissions.push(await ofPicture(at, () => loadSubmission(tx, actor.workspaceId, sentOf(variantId, assetId), { ...by, note })));
    const sends: readonly { readonly title: string; readonly submission: Submission }[] =
      as === "cards"
        ? submissions.map((submission, at) => ({ title: pictures[at]?.title ?? numbered(title, at, pictures.length), submission }))
        : [{ title, submission: offered(submissions) }];
    const made: z.output<typeof Made>[] = [];
    const notes = new Set<string>();
    const written: Pick<Written<unknown>, "audit" | "events" | "jobs">[] = [];
    for (const [at, send] of sends.entries()) {
      const draft = await draftCard(context, { ...card, title: send.title, values });
      const { cardId } = draft.result;
      const sent = await ofPicture(at, () => submitTo(context, cardId, { submission: send.submission, values, seenAttempt: 0 }));
      for (const each of draft.result.notes) notes.add(each);
      made.push({ cardId, attemptId: sent.result.attemptId, title: send.title });
      written.push(draft, sent);
    }
    return {
      result: { cards: made, notes: [...notes] },
      audit: written.flatMap(({ audit }) => audit) as [AuditEntry, ...AuditEntry[]],
      events: written.flatMap(({ events }) => events ?? []),
      jobs: written.flatMap(({ jobs }) => jobs ?? []),
    };
  },
});

const numbered = (title: string, at: number, of: number) => (of === 1 ? title : `${title.slice(0, 190)} ${at + 1}`);

/** One submission of which the others are the alternatives. */
function offered(submissions: readonly Submission[]): Submission {
  const [first, ...others] = submissions;
  if (!first) throw new AppError("BAD_INPUT", "Send at least one picture.");
  if (new Set(submissions.map(({ contentHash }) => contentHash)).size < submissions.length)
    throw new AppError("BAD_INPUT", "Two of these pictures are the same file; each option is another one.");
  const runs = others.flatMap(({ run }) => run ?? []);
  return { ...first, options: submissions.flatMap(({ options }) => options), otherRuns: runs };
}

/** A refusal names the picture it is about. */
async function ofPicture<Result>(at: number, act: () => Promise<Result>): Promise<Result> {
  return act().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `Picture ${at + 1}: ${error.message}`, {
      cause: error,
      ...(error.details ? { details: error.details } : {}),
    });
  });
}
