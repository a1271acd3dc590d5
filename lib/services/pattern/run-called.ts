import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { StartedCall } from "@/lib/domain/pattern/call";
import { MAX_VARIANTS_PER_RUN, PlainText, Seed } from "@/lib/domain/prompt/recipe";
import { DueDate, Title } from "@/lib/domain/review/template";
import { Id } from "@/lib/domain/wire";
import { callsBoard } from "../board/calls-board";
import { personOf } from "../person";
import { draftCard } from "../review/create-card";
import { queueRun } from "../run/start-run";
import { write } from "../write";
import { CallAddress } from "./call-address";
import { findCalled } from "./find-called";
import { writeFromPattern } from "./use-pattern";

const ReviewCardRequest = z.strictObject({
  laneId: Id,
  title: Title,
  ownerId: Id.optional().meta({ description: "Who decides; without one whom the lane's template names." }),
  dueAt: DueDate.optional(),
});

/**
 * Runs the version a label points to – or one by its number – with values for its variables: prompt, card and run in one
 * transaction, in which the label is read. A call that is refused leaves nothing behind.
 */
export const runCalled = write({
  verb: "pattern.run-called",
  permission: "run.start",
  input: z.strictObject({
    ...CallAddress,
    variables: z.record(z.string().max(40), PlainText.max(500)).default({}).meta({ description: "A value by the name of its variable." }),
    projectId: Id.optional().meta({ description: "Whose money it spends; without one the API key's default project." }),
    count: z
      .int()
      .min(1)
      .max(MAX_VARIANTS_PER_RUN)
      .optional()
      .meta({ description: "How many pictures; without it as many as the pattern says." }),
    seeds: z
      .array(Seed)
      .min(1)
      .max(MAX_VARIANTS_PER_RUN)
      .optional()
      .meta({ description: "One a picture; without them the pattern's own." }),
    quoteMicros: MicrosText.optional().meta({ description: "Refused when it costs something else by now." }),
    reviewCard: ReviewCardRequest.optional().meta({
      description: "Opens a review card from this lane's template, whose rules the run then keeps. Needs the scope `review`.",
    }),
  }),
  output: StartedCall,
  async run(context, { slug, at, variables, projectId, count, seeds, quoteMicros, reviewCard }) {
    const { tx } = context;
    const actor = personOf(context.actor);
    if (seeds && count !== undefined && count !== seeds.length)
      throw new AppError("BAD_INPUT", "Give as many seeds as pictures, or leave count out.");
    const project = projectId ?? (await defaultProject(tx, actor));
    const pattern = await findCalled(tx, actor.workspaceId, { slug, at }, { isHeld: true });
    const prompt = await writeFromPattern(context, {
      versionId: pattern.versionId,
      boardId: await callsBoard(tx, actor.workspaceId, project),
      values: variables,
      count: seeds?.length ?? count,
      seeds: seeds && { mode: "locked", values: seeds },
    });
    const card = reviewCard && (await openCard(context, project, reviewCard));
    const asked = { promptId: prompt.result.id, quoteMicros, cardId: card?.result.cardId };
    const run = await queueRun(context, asked, { calledBy: pattern.label });
    return {
      result: { ...run.result, pattern, cardNotes: card?.result.notes ?? [] },
      audit: [...run.audit, ...prompt.audit, ...(card?.audit ?? [])],
      events: [...(prompt.events ?? []), ...(card?.events ?? []), ...(run.events ?? [])],
      jobs: run.jobs ?? [],
    };
  },
});

async function defaultProject(tx: Transaction, actor: PersonActor): Promise<string> {
  const key = actor.kind === "key" ? await tx.apiKey.findUnique({ where: { id: actor.apiKeyId }, select: { projectId: true } }) : null;
  if (key?.projectId) return key.projectId;
  throw new AppError("BAD_INPUT", "Name a projectId: this API key has no default project.");
}

function openCard(
  context: Parameters<typeof draftCard>[0],
  projectId: string,
  { laneId, title, ownerId, dueAt }: z.infer<typeof ReviewCardRequest>,
) {
  authorise(context.actor, "card.write");
  const terms = { ...(ownerId === undefined ? {} : { ownerId }), ...(dueAt === undefined ? {} : { dueAt }) };
  return draftCard(context, { projectId, laneId, title, terms, values: {} });
}
