import { createHash, randomInt } from "node:crypto";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { agreement } from "@/lib/domain/vote/agreement";
import type { Ballot } from "@/lib/domain/vote/ballot";
import { fitStrengths } from "@/lib/domain/vote/bradley-terry";
import { isSettled } from "@/lib/domain/vote/next-question";
import { winsOf } from "@/lib/domain/vote/question";
import type { BlindPicture, Ranked, VoteResult, VoteView } from "@/lib/domain/vote/view";
import { videoColumns, videoShape } from "../asset/asset-view";
import { variantInclude, variantView } from "../run/run-view";

export const voteInclude = {
  project: { select: { name: true } },
  createdBy: { select: { displayName: true } },
  candidates: { select: { variantId: true, key: true, rank: true, score: true, low: true, high: true } },
  questions: {
    where: { answeredAt: { not: null } },
    orderBy: { id: "asc" },
    select: { memberId: true, shown: true, chosenId: true, member: { select: { displayName: true } } },
  },
} as const satisfies Prisma.VoteInclude;

export type VoteRow = Prisma.VoteGetPayload<{ include: typeof voteInclude }>;

export async function loadVote(db: Database, workspaceId: string, voteId: string): Promise<VoteRow> {
  const vote = await db.vote.findFirst({ where: { id: voteId, workspaceId }, include: voteInclude });
  if (!vote) throw new AppError("NOT_FOUND", "This vote does not exist.");
  return vote;
}

export function ballotsOf({ questions }: Pick<VoteRow, "questions">): readonly Ballot[] {
  return questions.map(({ memberId, shown, chosenId }) => ({ voter: memberId, shown, chosen: chosenId }));
}

/** The owner of a vote closes and opens it; a lead or an admin may as well. */
export function closingRefusal(actor: Actor, vote: Pick<VoteRow, "createdById">): string | null {
  if (actor.kind === "system" || actor.memberId === vote.createdById || actor.role === "lead" || actor.role === "admin") return null;
  return "Only whoever started this vote, a lead or an admin can close or open it.";
}

/** A vote without its result, which takes reading its variants. */
export function voteSummary(actor: Actor, vote: VoteRow): Omit<VoteView, "result"> {
  const me = actor.kind === "system" ? null : actor.memberId;
  const voters = new Map<string, { name: string; answers: number; isMe: boolean }>();
  for (const { memberId, member } of vote.questions) {
    const before = voters.get(memberId) ?? { name: member.displayName, answers: 0, isMe: memberId === me };
    voters.set(memberId, { ...before, answers: before.answers + 1 });
  }
  return {
    id: vote.id,
    projectId: vote.projectId,
    projectName: vote.project.name,
    title: vote.title,
    shown: vote.shown,
    candidates: vote.candidates.length,
    status: vote.closedAt === null ? "open" : "closed",
    voters: [...voters.values()],
    createdBy: vote.createdBy.displayName,
    createdAt: vote.createdAt.toISOString(),
    closedAt: vote.closedAt?.toISOString() ?? null,
    closing: closingRefusal(actor, vote),
    version: vote.version,
  };
}

export async function voteView(db: Database, actor: Actor, vote: VoteRow): Promise<VoteView> {
  return { ...voteSummary(actor, vote), result: vote.closedAt === null ? null : await resultOf(db, vote) };
}

async function resultOf(db: Database, vote: VoteRow): Promise<VoteResult> {
  const ids = vote.candidates.map(({ variantId }) => variantId);
  const rows = await db.variant.findMany({
    where: { id: { in: ids } },
    include: { ...variantInclude, prompt: { select: { boardId: true } } },
  });
  const variants = new Map(rows.map((row) => [row.id, row]));
  const ballots = ballotsOf(vote);
  const wins = winsOf(ballots);
  const ranking = vote.candidates.flatMap(({ variantId, rank, score, low, high }): Ranked[] => {
    const row = variants.get(variantId);
    if (!row || rank === null || score === null || low === null || high === null) return [];
    const { won, of } = wins.get(variantId) ?? { won: 0, of: 0 };
    return [{ rank, score, low, high, won, of, boardId: row.prompt.boardId, variant: variantView(row) }];
  });
  return {
    ranking: ranking.sort((a, b) => a.rank - b.rank || b.score - a.score),
    agreement: agreement(ballots),
    isSettled: ballots.length > 0 && isSettled(fitStrengths(ids, ballots)),
  };
}

/** The candidates in an order of this voter's own, the same each time: who comes first is not who was listed first. */
export function ownOrder<Candidate extends { readonly key: string }>(candidates: readonly Candidate[], memberId: string): Candidate[] {
  const place = ({ key }: Candidate) => createHash("sha256").update(`${memberId} ${key}`).digest("hex");
  return candidates
    .map((candidate) => ({ candidate, at: place(candidate) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** Sides drawn by lot. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [one, two] = [all[last], all[other]];
    if (one !== undefined && two !== undefined) [all[last], all[other]] = [two, one];
  }
  return all;
}

/** The candidates as voters see them, by variant. */
export async function blindPictures(db: Database, vote: Pick<VoteRow, "candidates">): Promise<ReadonlyMap<string, BlindPicture>> {
  const rows = await db.variant.findMany({
    where: { id: { in: vote.candidates.map(({ variantId }) => variantId) } },
    select: { id: true, asset: { select: { width: true, height: true, thumbHash: true, ...videoColumns } } },
  });
  const keys = new Map(vote.candidates.map(({ variantId, key }) => [variantId, key]));
  return new Map(
    rows.flatMap(({ id, asset }) => {
      const key = keys.get(id);
      const { width, height, thumbHash } = asset;
      return key === undefined ? [] : [[id, { key, width, height, thumbHash, video: videoShape(asset) }] as const];
    }),
  );
}
