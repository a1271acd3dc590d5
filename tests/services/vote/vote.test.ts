import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { VoterView } from "@/lib/domain/vote/view";
import { getVariants } from "@/lib/services/variant/get-variants";
import { answerVote } from "@/lib/services/vote/answer-vote";
import { askVote } from "@/lib/services/vote/ask-vote";
import { closeVote } from "@/lib/services/vote/close-vote";
import { getVote } from "@/lib/services/vote/get-vote";
import { listVotes } from "@/lib/services/vote/list-votes";
import { startVote } from "@/lib/services/vote/start-vote";
import { takeBackVote } from "@/lib/services/vote/take-back-vote";
import { votePicture } from "@/lib/services/vote/vote-picture";
import { freshDatabase } from "../../support/database";
import { manyVariants } from "../../support/factory";
import { openStudio, personIn, type Studio } from "../../support/studio";

beforeAll(freshDatabase);

async function aVote(count: number, shown = 2) {
  const studio = await openStudio();
  const variantIds = await manyVariants(studio, count);
  const vote = await startVote(studio.people.operator, { title: "Which is calmer?", variantIds, shown });
  return { studio, variantIds, voteId: vote.id };
}

/** The variants behind a question, as only the database knows them. */
async function behind(view: VoterView): Promise<string[]> {
  const question = await db().voteQuestion.findUniqueOrThrow({ where: { id: view.question?.id ?? "" } });
  return question.shown;
}

/** Votes until there is nothing to ask, always for whoever comes first in `order`. */
async function voteThrough(person: PersonActor, voteId: string, order: readonly string[]): Promise<number> {
  let view = await askVote(person, { voteId });
  let answers = 0;
  for (; view.question; answers += 1) {
    const shown = await behind(view);
    const best = Math.min(...shown.map((id) => order.indexOf(id)));
    const choice = shown.findIndex((id) => order.indexOf(id) === best) + 1;
    view = await answerVote(person, { voteId, questionId: view.question.id, choice });
  }
  return answers;
}

describe("a blind vote", () => {
  it("lets nothing out of where a picture comes from, to whoever votes and as long as it is open", async () => {
    const { studio, variantIds, voteId } = await aVote(4);
    const { reviewer } = studio.people;
    const seen = [
      await askVote(reviewer, { voteId }),
      await getVote(reviewer, { voteId }),
      await listVotes(reviewer, {}),
      await answerVote(reviewer, { voteId, questionId: (await askVote(reviewer, { voteId })).question?.id ?? "", choice: 1 }),
    ];
    const rows = await db().variant.findMany({ where: { id: { in: variantIds } }, include: { asset: true, run: true } });
    const secrets = rows.flatMap(({ id, assetId, runId, promptId, contentHash, asset, run }) => [
      id,
      assetId,
      runId,
      promptId,
      contentHash,
      asset.fileName,
      run.engineId,
      run.modelId,
    ]);
    const told = JSON.stringify(seen);
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(told).not.toContain('"seed"');
    const [picture] = (await askVote(reviewer, { voteId })).pictures;
    await expect(votePicture(reviewer, { voteId: randomUUID(), key: picture?.key ?? "", size: "thumb" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const stranger = await openStudio();
    await expect(askVote(stranger.people.operator, { voteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("asks again what was not answered; a double click counts once, another answer to it is refused, and it can be taken back", async () => {
    const { studio, voteId } = await aVote(5);
    const { operator } = studio.people;
    const [one, two] = await Promise.all([askVote(operator, { voteId }), askVote(operator, { voteId })]);
    expect(two.question).toEqual(one.question);
    const questionId = one.question?.id ?? "";
    const answers = await Promise.all([1, 2, 3].map(() => answerVote(operator, { voteId, questionId, choice: 2 })));
    expect(answers.map(({ answered }) => answered)).toEqual([1, 1, 1]);
    expect(new Set(answers.map(({ question }) => question?.id)).size).toBe(1);
    expect(await db().auditEvent.count({ where: { verb: "vote.answer", subjectId: voteId } })).toBe(1);
    await expect(answerVote(operator, { voteId, questionId, choice: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(answerVote(studio.people.lead, { voteId, questionId, choice: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerVote(operator, { voteId, questionId: answers[0]?.question?.id ?? "", choice: 3 })).rejects.toMatchObject({
      code: "BAD_INPUT",
    });
    const back = await takeBackVote(operator, { voteId });
    expect(back).toMatchObject({ answered: 0, question: one.question });
    expect(await answerVote(operator, { voteId, questionId, choice: 0 })).toMatchObject({ answered: 1 });
  });

  it("draws sides by lot and gives each voter an order of their own", async () => {
    const { studio, variantIds, voteId } = await aVote(8);
    const voters = await Promise.all(Array.from({ length: 24 }, () => personIn(studio.workspaceId, "operator")));
    const first: string[][] = [];
    for (const voter of voters) first.push(await behind(await askVote(voter, { voteId })));
    expect(new Set(first.map((shown) => [...shown].sort().join())).size).toBeGreaterThan(4);
    const onLeft = first.filter(([left = "", right = ""]) => variantIds.indexOf(left) < variantIds.indexOf(right)).length;
    expect(onLeft).toBeGreaterThan(0);
    expect(onLeft).toBeLessThan(24);
  });

  it("ends when the order is settled before every pair was asked, and writes it to the variants when it closes", async () => {
    const { studio, variantIds, voteId } = await aVote(5);
    const { operator, lead, reviewer } = studio.people;
    const order = [...variantIds].reverse();
    const [mine, theirs] = await Promise.all([voteThrough(operator, voteId, order), voteThrough(lead, voteId, order)]);
    expect(mine).toBeGreaterThanOrEqual(4);
    expect(mine + theirs).toBeLessThanOrEqual(20);
    expect((await getVote(lead, { voteId })).result).toBeNull();
    await expect(closeVote(reviewer, { voteId, closed: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { result, status } = await closeVote(operator, { voteId, closed: true });
    expect(status).toBe("closed");
    expect(result?.ranking.map(({ variant }) => variant.id)).toEqual(order);
    expect(result?.ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    expect(result?.agreement).toBe(1);
    for (const { low, score, high } of result?.ranking ?? []) expect([low < score, score < high]).toEqual([true, true]);
    const [best] = await getVariants(reviewer, { variantIds: [order[0] ?? ""] });
    expect(best?.votes).toMatchObject([{ voteId, rank: 1, of: 5, title: "Which is calmer?" }]);
    await expect(askVote(operator, { voteId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await closeVote(lead, { voteId, closed: false })).toMatchObject({ status: "open", result: null });
    expect((await getVariants(reviewer, { variantIds: [order[0] ?? ""] }))[0]?.votes).toEqual([]);
  });

  it("loses no answer of people who vote at once, nor of one given while it closes", async () => {
    const { studio, variantIds, voteId } = await aVote(6, 4);
    const voters = await Promise.all(Array.from({ length: 6 }, () => personIn(studio.workspaceId, "reviewer")));
    const answers = await Promise.all(voters.map((voter) => voteThrough(voter, voteId, variantIds)));
    const open = await getVote(studio.people.lead, { voteId });
    expect(open.voters.map(({ answers: count }) => count).sort()).toEqual([...answers].sort());
    const late = await personIn(studio.workspaceId, "operator");
    const { question } = await askVote(late, { voteId });
    const [answered, closed] = await Promise.allSettled([
      answerVote(late, { voteId, questionId: question?.id ?? "", choice: 1 }),
      closeVote(studio.people.lead, { voteId, closed: true }),
    ]);
    expect(closed.status).toBe("fulfilled");
    const counted = await db().voteQuestion.count({ where: { voteId, answeredAt: { not: null } } });
    expect(counted).toBe(answers.reduce((sum, count) => sum + count, 0) + (answered.status === "fulfilled" ? 1 : 0));
    const closing = await db().auditEvent.findFirstOrThrow({ where: { verb: "vote.close", subjectId: voteId } });
    expect(closing.details).toMatchObject({ ballots: counted });
  });

  it("takes two to sixty-four different pictures of one project", async () => {
    const studio = await openStudio();
    const other: Studio = await openStudio();
    const [one = ""] = await manyVariants(studio, 1);
    const [foreign = ""] = await manyVariants(other, 1);
    const start = (variantIds: string[]) => startVote(studio.people.operator, { title: "?", variantIds });
    await expect(start([one])).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(start([one, one])).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(start([one, foreign])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start(Array.from({ length: 65 }, () => randomUUID()))).rejects.toMatchObject({ code: "BAD_INPUT" });
    const two = await manyVariants(studio, 2);
    const vote = await startVote(studio.people.operator, { title: "?", variantIds: two, shown: 4 });
    await expect(closeVote(studio.people.operator, { voteId: vote.id, closed: true })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(vote).toMatchObject({ shown: 2, candidates: 2 });
  });
});
