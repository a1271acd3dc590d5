import { averageMicros } from "../../money/micros";
import type { DefectKind } from "../../review/defect";
import { judgeAgreement } from "../../trial/agreement";
import type { JudgementView } from "../../trial/judgement";
import type { CellMeasure } from "../../trial/measure";
import { type CellOutcome, CellOutcome as Outcomes } from "../../trial/outcome";
import { distributionOf, quantile } from "./distribution";
import { forecast } from "./forecast";
import type { EvidenceCount, EvidenceView } from "./view";
import { type Rate, rateOf } from "./wilson";

/** One cell of one trial, as evidence. */
export interface EvidenceCell {
  readonly subject: string;
  readonly values: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly outcome: CellOutcome;
  readonly judgements: readonly Pick<JudgementView, "memberId" | "verdict" | "defectKind">[];
  /** What its run cost; null while it has not ended. */
  readonly actualMicros: bigint | null;
  /** From start to end of its run; null where it has no picture. */
  readonly tookMs: number | null;
  readonly measure: CellMeasure | null;
}

/**
 * How the cells of a version's trials on one revision read as evidence. Every trial counts from its first picture, judged or not: could one be left
 * unjudged without a loss, people would try until a trial looks good and judge that one alone. So a further trial takes a version's evidence back
 * until it is judged too, and whoever starts one is told so.
 */
export type Measured = Pick<
  EvidenceView,
  | "count"
  | "rate"
  | "bySubject"
  | "bySeed"
  | "drift"
  | "nearDuplicates"
  | "unsafe"
  | "defects"
  | "spentMicros"
  | "imageMicros"
  | "acceptedMicros"
  | "latencyMs"
  | "forecasts"
  | "agreement"
>;

/** Accepted pictures a forecast is made for. */
const FORECASTS = [1, 5];

/** Where the bins of distributions end: what pictures of different hands and subjects reach. */
const MOST_STYLE = 0.25;
const MOST_PALETTE = 0.25;

/**
 * The same subject at the same seed is one question however often it was asked – an engine that is deterministic would
 * otherwise prove twenty cells with five – and its worst answer counts, so that asking again never makes evidence better.
 */
const WORST_FIRST = ["failed", "refused", "undecided", "passed", "waiting", "broken"] as const satisfies readonly CellOutcome[];

export function evidenceOf(cells: readonly EvidenceCell[]): Measured {
  const questions = worstOf(cells);
  const count = countOf(questions);
  const pictures = cells.filter(({ tookMs }) => tookMs !== null);
  const spent = spentOn(cells);
  const rate = rateIn(questions);
  const imageMicros = averageMicros(spent, pictures.length);
  const accepted = acceptedMicros(questions);
  const took = pictures.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])).sort((one, other) => one - other);
  return {
    count,
    rate,
    bySubject: ratesBy(questions, questionSubject, ({ subject }) => subject).map(([subject, rate]) => ({ subject, rate })),
    bySeed: ratesBy(
      questions,
      ({ seed }) => String(seed),
      ({ seed }) => seed,
    )
      .map(([seed, rate]) => ({ seed, rate }))
      .sort((one, other) => one.seed - other.seed),
    drift: driftOf(cells),
    nearDuplicates: cells.filter(({ measure }) => measure !== null && measure.nearDuplicateOf !== null).length,
    unsafe: {
      checked: cells.filter(({ measure }) => measure !== null && measure.unsafe !== "not-checked").length,
      flagged: cells.filter(({ measure }) => measure?.unsafe === "unsafe").length,
    },
    defects: defectsOf(cells),
    spentMicros: spent.toString(),
    imageMicros: imageMicros?.toString() ?? null,
    acceptedMicros: accepted?.toString() ?? null,
    latencyMs: took.length === 0 ? null : { median: Math.round(quantile(took, 0.5)), p95: Math.round(quantile(took, 0.95)) },
    forecasts: FORECASTS.flatMap((wanted) =>
      rate === null ? [] : (forecast(wanted, rate, { imageMicros, acceptedMicros: accepted }) ?? []),
    ),
    agreement: judgeAgreement(cells.map(({ judgements }) => new Map(judgements.map(({ memberId, verdict }) => [memberId, verdict])))),
  };
}

/** What of a cell says how often a version holds and what that costs. */
export type StandingCell = Pick<EvidenceCell, "values" | "seed" | "outcome" | "actualMicros">;

/** The rate of {@link evidenceOf} and its cost of an accepted picture, and nothing else: what a list of many patterns shows. */
export function standingOf(cells: readonly StandingCell[]): { rate: Rate | null; acceptedMicros: string | null } {
  const questions = worstOf(cells);
  return { rate: rateIn(questions), acceptedMicros: acceptedMicros(questions)?.toString() ?? null };
}

/** Of what is decided: a picture nobody judged may still be accepted, so its price makes none of the others dearer. */
function acceptedMicros(questions: readonly StandingCell[]): bigint | null {
  const decided = questions.filter(({ outcome }) => outcome !== "undecided" && outcome !== "waiting");
  return averageMicros(spentOn(decided), countOf(questions).passed);
}

const spentOn = (cells: readonly StandingCell[]) => cells.reduce((sum, { actualMicros }) => sum + (actualMicros ?? 0n), 0n);

const questionSubject = ({ values }: Pick<EvidenceCell, "values">) =>
  JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));

function worstOf<Cell extends StandingCell>(cells: readonly Cell[]): readonly Cell[] {
  const worst = new Map<string, Cell>();
  const place = ({ outcome }: Cell) => WORST_FIRST.indexOf(outcome);
  for (const cell of cells) {
    const key = `${cell.seed} ${questionSubject(cell)}`;
    const before = worst.get(key);
    if (!before || place(cell) < place(before)) worst.set(key, cell);
  }
  return [...worst.values()];
}

function countOf(questions: readonly StandingCell[]): EvidenceCount {
  const of = (wanted: CellOutcome) => questions.filter(({ outcome }) => outcome === wanted).length;
  const count = Object.fromEntries(Outcomes.options.map((outcome) => [outcome, of(outcome)])) as Record<CellOutcome, number>;
  return { all: questions.length, ...count };
}

/** Refused counts as not passed: the lower bound is about what a caller gets, and a caller who is refused gets nothing. */
function rateIn(questions: readonly StandingCell[]): Rate | null {
  const { passed, failed, refused } = countOf(questions);
  return rateOf(passed, passed + failed + refused);
}

function ratesBy<Name>(
  questions: readonly EvidenceCell[],
  keyOf: (cell: EvidenceCell) => string,
  nameOf: (cell: EvidenceCell) => Name,
): readonly (readonly [Name, Rate | null])[] {
  const groups = new Map<string, EvidenceCell[]>();
  for (const cell of questions) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return [...groups.values()].flatMap((group) => (group[0] ? [[nameOf(group[0]), rateIn(group)] as const] : []));
}

function driftOf(cells: readonly EvidenceCell[]): EvidenceView["drift"] {
  const measures = cells.flatMap(({ measure }) => measure ?? []);
  const spread = (of: (measure: CellMeasure) => number | null | undefined, to: number) =>
    distributionOf(
      measures.flatMap((measure) => of(measure) ?? []),
      to,
    );
  return {
    styleFromReferences: spread(({ fromReferences }) => fromReferences?.style, MOST_STYLE),
    paletteFromReferences: spread(({ fromReferences }) => fromReferences?.palette, MOST_PALETTE),
    styleFromRow: spread(({ fromRow }) => fromRow?.style, MOST_STYLE),
    paletteFromRow: spread(({ fromRow }) => fromRow?.palette, MOST_PALETTE),
    compositionChange: spread(({ compositionChange }) => compositionChange, 1),
  };
}

/** One count a picture and kind, however many judges named it. */
function defectsOf(cells: readonly EvidenceCell[]): EvidenceView["defects"] {
  const counts = new Map<DefectKind | null, number>();
  for (const { outcome, judgements } of cells) {
    if (outcome !== "failed") continue;
    const named = new Set(judgements.flatMap(({ verdict, defectKind }) => (verdict === "fail" && defectKind !== null ? [defectKind] : [])));
    for (const kind of named.size === 0 ? [null] : named) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count);
}
