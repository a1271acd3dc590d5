import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { CardTerms, namedOwner, createCard as newCard } from "@/lib/domain/review/edit-card";
import { GoalValues } from "@/lib/domain/review/goal";
import { isRefusal, REFUSALS } from "@/lib/domain/review/refusal";
import { type CardTemplate, CardTemplates, Title } from "@/lib/domain/review/template";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds, kindsOf } from "../defect-kind/check-kinds";
import { type WriteContext, type Written, write } from "../write";
import { personAt } from "./change-card";
import { checkExamples, checkFallback, checkSeats, roleOfMember, usableTemplate } from "./check-terms";
import { cardColumns } from "./save-card";

const NewCard = z.strictObject({
  projectId: Id,
  laneId: Id,
  templateId: Id.optional().meta({ description: "A card template of the lane; without one the lane's default." }),
  title: Title,
  terms: CardTerms.default({}),
  values: GoalValues.default({}).meta({ description: "What stands for the variables of the goal." }),
});
const CreatedCard = CardMoved.extend({
  /** What of the lane's template could not be followed, as sentences. */
  notes: z.array(z.string()),
});

const definition = {
  verb: "card.create",
  permission: "card.write" as const,
  input: NewCard,
  output: CreatedCard,
  async run(
    { tx, actor }: WriteContext,
    { projectId, laneId, templateId, title, terms, values }: z.output<typeof NewCard>,
  ): Promise<Written<z.output<typeof CreatedCard>>> {
    const { workspaceId } = actor;
    const { memberId } = personAt(actor);
    const project = await tx.project.findFirst({ where: { id: projectId, workspaceId }, select: { archivedAt: true } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    if (project.archivedAt) throw new AppError("CONFLICT", "This project is archived; restore it first.");
    const lane = await tx.lane.findFirst({
      where: { id: laneId, workspaceId, archivedAt: null },
      select: { cardTemplates: true, allowedEngines: true },
    });
    if (!lane) throw new AppError("NOT_FOUND", "This lane does not exist.");
    const templates = CardTemplates.parse(lane.cardTemplates);
    const written = templates.find(({ id }) => templateId === undefined || id === templateId);
    if (!written) throw new AppError("NOT_FOUND", "This card template does not exist in this lane.");
    const { template, notes } = await usableTemplate(tx, workspaceId, written, lane);
    const said = withoutTemplate(terms, written);
    await checkKinds(tx, workspaceId, kindsOf(said.acceptableDefects), "to-accept");
    const ownerId = said.ownerId === undefined ? namedOwner(template) : said.ownerId;
    const ownerRole = ownerId ? await roleOfMember(tx, workspaceId, ownerId) : null;
    const card = newCard(template, { title, terms: said, values, createdById: memberId }, ownerRole);
    if (isRefusal(card)) throw new AppError(REFUSALS[card].code, REFUSALS[card].sentence);
    if (card.fallbackPath) await checkFallback(tx, workspaceId, card.fallbackPath, lane);
    if (said.stages) await checkSeats(tx, workspaceId, said.stages);
    await checkExamples(tx, workspaceId, card.acceptableDefects);
    const { id } = await tx.reviewCard.create({
      data: { ...cardColumns(card), workspaceId, projectId, laneId, createdById: memberId },
      select: { id: true },
    });
    return {
      result: { cardId: id, status: card.status, version: 0, notes: [...notes] },
      audit: [
        {
          subjectKind: "card",
          subjectId: id,
          details: { laneId, template: template.name, title, to: card.status, notes: notes.join(" ") },
        },
      ],
      events: [{ kind: "card", id, version: 0, projectId, act: "created" }],
    };
  },
};

/** A draft card from a lane's template; what is said here replaces what the template says. */
export const createCard = write(definition);

/** The same within a transaction that does more: a call that opens a card for its run. */
export const draftCard = definition.run;

/** Screens send the template back as they showed it: what somebody only left as it was is the template's, not theirs. */
function withoutTemplate(terms: CardTerms, template: CardTemplate): CardTerms {
  const { ownerId, fallbackPath, stages, ...said } = terms;
  const isOwn = (given: unknown, templates: unknown) => given !== undefined && JSON.stringify(given) !== JSON.stringify(templates);
  return {
    ...said,
    ...(isOwn(ownerId, namedOwner(template)) ? { ownerId } : {}),
    ...(stages && isOwn(stages, template.stages) ? { stages } : {}),
    ...(isOwn(fallbackPath, template.fallbackPath) ? { fallbackPath } : {}),
  };
}
