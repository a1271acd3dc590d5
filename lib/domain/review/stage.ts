import { type Attempt, currentAttempt, type ReviewCard } from "./card";
import type { Stage, Vote } from "./stage-plan";

type Staged = Pick<ReviewCard, "stages" | "ownerId" | "attempts">;

/**
 * The stages an approval goes through. The owner decides: in the stage that seats them, or in one of their own after all
 * others. A card without stages has that one alone.
 */
export function stagesOf({ stages, ownerId }: Pick<Staged, "stages" | "ownerId">): readonly Stage[] {
  const isSeated = ownerId === null || stages.some(({ reviewerIds }) => reviewerIds.includes(ownerId));
  return isSeated ? stages : [...stages, { name: "Owner", reviewerIds: [ownerId], rule: "first", start: { when: "decision" } }];
}

function approvalsIn({ votes }: Pick<Attempt, "votes">, stage: number): readonly Vote[] {
  return votes.filter((vote) => vote.stage === stage && vote.verdict === "approved");
}

const latest = (moments: readonly number[]) => Math.max(...moments);

/** When a stage had what it needs, in milliseconds; null while it has not. */
function passedAt(stages: readonly Stage[], attempt: Pick<Attempt, "votes">, index: number): number | null {
  const stage = stages[index];
  const approvals = approvalsIn(attempt, index);
  if (!stage) return null;
  const enough = stage.rule === "first" ? approvals.length > 0 : stage.reviewerIds.every((id) => approvals.some(({ byId }) => byId === id));
  if (!enough) return null;
  const moments = approvals.map(({ at }) => Date.parse(at));
  return stage.rule === "first" ? Math.min(...moments) : latest(moments);
}

/** When a stage begins or began, in milliseconds; null while that depends on a decision. */
function opensAt(stages: readonly Stage[], attempt: Pick<Attempt, "votes" | "submittedAt">, index: number): number | null {
  const stage = stages[index];
  if (!stage || index === 0) return stage ? attempt.submittedAt.getTime() : null;
  const before = opensAt(stages, attempt, index - 1);
  if (stage.start.when === "together") return before;
  const passed = stages.slice(0, index).map((_, at) => passedAt(stages, attempt, at));
  const decided = passed.every((moment) => moment !== null) ? latest(passed) : null;
  if (stage.start.when === "decision" || before === null) return decided;
  const deadline = before + stage.start.hours * 3_600_000;
  return decided === null ? deadline : Math.min(decided, deadline);
}

/** A place in a stage whose holder has not said anything of the current attempt yet. */
export interface Seat {
  readonly stage: number;
  readonly memberId: string;
  /** From when on they are awaited. */
  readonly opensAt: Date;
}

/** Who is awaited on the attempt in review, now or at a moment that is known already. */
export function seatsAhead(card: Staged & Pick<ReviewCard, "status">): readonly Seat[] {
  const attempt = currentAttempt(card);
  if (card.status !== "in_review" || attempt?.status !== "submitted") return [];
  const stages = stagesOf(card);
  return stages.flatMap(({ reviewerIds }, stage) => {
    const opens = opensAt(stages, attempt, stage);
    if (opens === null || passedAt(stages, attempt, stage) !== null) return [];
    const unsaid = reviewerIds.filter((id) => !attempt.votes.some((vote) => vote.stage === stage && vote.byId === id));
    return unsaid.map((memberId) => ({ stage, memberId, opensAt: new Date(opens) }));
  });
}

/** The stages in which this person is awaited now. */
export function openSeats(card: ReviewCard, memberId: string, now: Date): readonly number[] {
  const attempt = currentAttempt(card);
  // What was submitted or said has happened, though another machine's clock be ahead of ours.
  const latestKnown = latest([
    now.getTime(),
    attempt?.submittedAt.getTime() ?? 0,
    ...(attempt?.votes ?? []).map(({ at }) => Date.parse(at)),
  ]);
  return seatsAhead(card).flatMap((seat) => (seat.memberId === memberId && seat.opensAt.getTime() <= latestKnown ? [seat.stage] : []));
}

/** Whether a stage has what it needs of the current attempt. */
export function hasPassed(card: Staged, stage: number): boolean {
  const attempt = currentAttempt(card);
  return attempt !== null && passedAt(stagesOf(card), attempt, stage) !== null;
}

/** Whether every stage has what it needs. */
export function haveAllPassed(card: Staged): boolean {
  const attempt = currentAttempt(card);
  const stages = stagesOf(card);
  return attempt !== null && stages.length > 0 && stages.every((_, index) => passedAt(stages, attempt, index) !== null);
}

/** How a stage stands on the current attempt, for whoever looks at the card. */
export function stageStanding(card: Staged, index: number, now: Date): { state: "waiting" | "open" | "passed"; opensAt: Date | null } {
  const attempt = currentAttempt(card);
  const stages = stagesOf(card);
  const opens = attempt && opensAt(stages, attempt, index);
  const at = opens === null ? null : new Date(opens);
  if (attempt && passedAt(stages, attempt, index) !== null) return { state: "passed", opensAt: at };
  return { state: at !== null && at <= now ? "open" : "waiting", opensAt: at };
}
