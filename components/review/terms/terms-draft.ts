import type { CardAcceptableDefect } from "@/lib/domain/review/defect";
import { type CardTerms, namedOwner } from "@/lib/domain/review/edit-card";
import { type FallbackKind, FallbackPath } from "@/lib/domain/review/fallback";
import { fillGoal, type GoalValues, openVariables } from "@/lib/domain/review/goal";
import { type MissingPart, missingParts } from "@/lib/domain/review/missing-parts";
import type { Stage } from "@/lib/domain/review/stage-plan";
import type { CardTemplate } from "@/lib/domain/review/template";
import type { CardView } from "@/lib/domain/review/view";

/** A fallback path while somebody fills it in: the kind is chosen first, what it points at second. */
export type FallbackDraft = { readonly kind: FallbackKind; readonly target: string | null; readonly note: string };

/** What a card says, as a form holds it. */
export type TermsDraft = {
  readonly title: string;
  readonly goal: string;
  readonly ownerId: string | null;
  /** As typed; empty while nobody has said. */
  readonly retryLimit: string;
  readonly fallback: FallbackDraft | null;
  /** `YYYY-MM-DD` of this reader's calendar; empty = no due date. */
  readonly dueOn: string;
  readonly acceptableDefects: readonly CardAcceptableDefect[];
  readonly stages: readonly Stage[];
};

export function draftFromTemplate(template: CardTemplate, title: string): TermsDraft {
  return {
    title,
    goal: template.goal,
    ownerId: namedOwner(template),
    retryLimit: template.retryLimit === null ? "" : String(template.retryLimit),
    fallback: template.fallbackPath && fallbackDraft(template.fallbackPath),
    dueOn: "",
    acceptableDefects: template.acceptableDefects,
    stages: template.stages,
  };
}

export function draftFromCard(card: CardView): TermsDraft {
  return {
    title: card.title,
    goal: card.goal,
    ownerId: card.owner?.id ?? null,
    retryLimit: card.retryLimit === null ? "" : String(card.retryLimit),
    fallback: card.fallbackPath && fallbackDraft(card.fallbackPath),
    dueOn: card.dueAt === null ? "" : dayOf(new Date(card.dueAt)),
    acceptableDefects: card.acceptableDefects,
    stages: plannedStages(card),
  };
}

/** The stages as they were planned: without the owner's own, which follows by itself. */
function plannedStages({ stages }: CardView): readonly Stage[] {
  return stages
    .filter(({ isOwners }) => !isOwners)
    .map(({ name, rule, start, seats }) => ({ name, rule, start, reviewerIds: seats.map(({ person }) => person.id) }));
}

/** Terms with every one of them said. */
export type FullTerms = { [Term in keyof CardTerms]-?: Exclude<CardTerms[Term], undefined> };

/** The terms as the studio takes them. What is not filled in yet is null, and stands among what the card lacks. */
export function termsOf(draft: TermsDraft): FullTerms {
  return {
    goal: draft.goal,
    ownerId: draft.ownerId,
    retryLimit: /^\d{1,2}$/.test(draft.retryLimit) ? Math.min(20, Number(draft.retryLimit)) : null,
    fallbackPath: draft.fallback && fallbackPath(draft.fallback),
    dueAt: draft.dueOn === "" ? null : endOfDay(draft.dueOn),
    acceptableDefects: [...draft.acceptableDefects],
    stages: [...draft.stages],
  };
}

/** What the card lacks as it is filled in. `values` stand for the goal's variables; `startedFrom` may find the owner and names the variables. */
export function missingOf(draft: TermsDraft, startedFrom: CardTemplate | null = null, values: GoalValues = {}): readonly MissingPart[] {
  const goal = fillGoal(draft.goal, openVariables({ goal: draft.goal, startedFrom }), values);
  return missingParts({ ...termsOf(draft), title: draft.title, goal, startedFrom });
}

/** Only what somebody changed: the studio asks a reason for some terms and must not be asked about the others. */
export function changedTerms(before: TermsDraft, after: TermsDraft): CardTerms & { title?: string } {
  const [was, is] = [termsOf(before), termsOf(after)];
  const keys = (Object.keys(is) as (keyof CardTerms)[]).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const changes: CardTerms = Object.fromEntries(keys.map((key) => [key, is[key]]));
  return before.title.trim() === after.title.trim() ? changes : { ...changes, title: after.title.trim() };
}

function fallbackDraft(path: FallbackPath): FallbackDraft {
  const { kind, note } = path;
  switch (path.kind) {
    case "engine":
      return { kind, note, target: path.engineId };
    case "pattern":
      return { kind, note, target: path.patternId };
    case "library-asset":
      return { kind, note, target: path.assetId };
    case "manual":
      return { kind, note, target: path.memberId };
    case "stop":
      return { kind, note, target: null };
    default:
      return path satisfies never;
  }
}

const TARGET_FIELDS = {
  engine: "engineId",
  pattern: "patternId",
  "library-asset": "assetId",
  manual: "memberId",
  stop: null,
} as const satisfies Record<FallbackKind, string | null>;

function fallbackPath({ kind, target, note }: FallbackDraft): FallbackPath | null {
  const field = TARGET_FIELDS[kind];
  const path = FallbackPath.safeParse({ kind, note, ...(field === null ? {} : { [field]: target }) });
  return path.success ? path.data : null;
}

/** Due on a day means until its last minute, by the clock of whoever says so. */
function endOfDay(day: string): string {
  return new Date(`${day}T23:59:00`).toISOString();
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
