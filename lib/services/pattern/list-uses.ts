import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternUses } from "@/lib/domain/pattern/view";
import { read } from "../read";

const NEWEST = 6;

/** Where a pattern went: boards, runs, review cards and publications, with their counts and the newest of each. */
export const listUses = read({
  verb: "pattern.list-uses",
  permission: "workspace.read",
  input: z.strictObject({ slug: z.string().min(1).max(80) }),
  output: PatternUses,
  async run({ db, actor }, { slug }) {
    const { workspaceId } = actor;
    const pattern = await db.pattern.findFirst({ where: { workspaceId, slug }, select: { id: true } });
    if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
    const prompt = { patternVersion: { patternId: pattern.id } };
    const attempt = { variant: { prompt } };
    const boards = { prompts: { some: prompt } };
    // A card a call opened has runs before it has attempts.
    const cards = { workspaceId, OR: [{ attempts: { some: attempt } }, { runs: { some: { prompt } } }] };
    const publications = { workspaceId, attempt, withdrawnAt: null };
    const [boardCount, newestBoards, runs, newestRun, cardCount, newestCards, publicationCount, newestPublications] = await Promise.all([
      db.board.count({ where: boards }),
      db.board.findMany({
        where: boards,
        orderBy: { id: "desc" },
        take: NEWEST,
        select: { id: true, name: true, project: { select: { name: true } }, _count: { select: { prompts: { where: prompt } } } },
      }),
      db.run.groupBy({ by: ["status"], where: { prompt }, _count: true }),
      db.run.findFirst({ where: { prompt }, orderBy: { id: "desc" }, select: { createdAt: true } }),
      db.reviewCard.count({ where: cards }),
      db.reviewCard.findMany({ where: cards, orderBy: { id: "desc" }, take: NEWEST, select: { id: true, title: true, status: true } }),
      db.publication.count({ where: publications }),
      db.publication.findMany({
        where: publications,
        orderBy: { id: "desc" },
        take: NEWEST,
        select: { id: true, createdAt: true, card: { select: { title: true } } },
      }),
    ]);
    const countOf = (rows: typeof runs) => rows.reduce((sum, { _count }) => sum + _count, 0);
    return {
      boards: {
        count: boardCount,
        newest: newestBoards.map(({ id, name, project, _count }) => ({ id, name, projectName: project.name, prompts: _count.prompts })),
      },
      runs: {
        count: countOf(runs),
        succeeded: countOf(runs.filter(({ status }) => status === "succeeded")),
        newestAt: newestRun?.createdAt.toISOString() ?? null,
      },
      cards: { count: cardCount, newest: newestCards },
      publications: {
        count: publicationCount,
        newest: newestPublications.map(({ id, createdAt, card }) => ({ id, title: card.title, createdAt: createdAt.toISOString() })),
      },
    };
  },
});
