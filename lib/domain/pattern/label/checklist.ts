import { may, type Role } from "../../access/policy";
import type { EvidenceView } from "../evidence/view";
import type { LabelName } from "../view";
import type { ChecklistLine } from "./checklist-line";
import { lanesLine, type Offered, type TakingLane } from "./lanes-line";
import type { EvidenceRule } from "./rule";

export interface LabelFacts {
  readonly label: LabelName;
  readonly role: Role;
  readonly isAuthor: boolean;
  readonly evidence: Pick<EvidenceView, "count" | "hidden" | "rate" | "stale" | "modelName" | "modelRevision" | "currentRevision"> | null;
  readonly rule: EvidenceRule;
  /** What the version makes, and the production lanes that may take it. */
  readonly template: Offered;
  readonly lanes: readonly TakingLane[];
}

/**
 * What moving a label to a version takes. `candidate` is free for leads; `production` is signed by a lead who did not
 * write the version, on evidence from this very version. The same lines are shown and decide.
 */
export function labelChecklist({ label, role, isAuthor, evidence, rule, template, lanes }: LabelFacts): readonly ChecklistLine[] {
  const isLead = may(role, "label.move");
  const lead = line("lead", isLead, isLead ? "You may move labels." : "Only a lead or an admin moves labels.");
  switch (label) {
    case "candidate":
      return [lead];
    case "production":
      return [
        lead,
        line(
          "not-author",
          !isAuthor,
          isAuthor ? "You wrote this version. Another lead has to sign it." : "You did not write this version.",
        ),
        lanesLine(template, lanes),
        ...evidenceLines(evidence, rule),
      ];
    default:
      return label satisfies never;
  }
}

/** Whether nothing is missing. */
export const isComplete = (lines: readonly ChecklistLine[]): boolean => lines.every(({ met }) => met);

function evidenceLines(evidence: LabelFacts["evidence"], { minCells, lowerBound }: EvidenceRule): readonly ChecklistLine[] {
  if (!evidence) return [line("evidence", false, "No trial of this version has run. Start one.")];
  const { stale, modelName, modelRevision, currentRevision, count, hidden, rate } = evidence;
  const cells = rate?.of ?? 0;
  const isRateEnough = rate !== null && rate.low >= lowerBound;
  const fresh = !stale
    ? `The trials ran on today's revision of ${modelName}.`
    : currentRevision === null
      ? `${modelName} is not in the catalogue any more.`
      : `The trials ran on revision ${modelRevision} of ${modelName}, which is at ${currentRevision} now. Try it again.`;
  const more = cells >= minCells ? "" : " Try it on more subjects or seeds.";
  const held =
    rate === null
      ? `${hidden > 0 ? "No verdict is in your sight" : "Nothing was judged"}; the pass rate has to be above ${percent(lowerBound)} with 95 % confidence.`
      : `${rate.passed} of ${rate.of} passed: at least ${percent(rate.low)} with 95 % confidence, where ${percent(lowerBound)} is asked.`;
  return [
    line("evidence", true, "This version was tried."),
    line("fresh", !stale, fresh),
    line("judged", count.undecided === 0, judgedSentence(count.undecided, hidden)),
    line("cells", cells >= minCells, `${cells} of at least ${minCells} cells count.${more}`),
    line("lower-bound", isRateEnough, held),
  ];
}

const line = (kind: ChecklistLine["kind"], met: boolean, sentence: string): ChecklistLine => ({ kind, met, caution: false, sentence });

/** Rounded down, so that "70 %" is never said of less. */
const percent = (share: number) => `${Math.floor(share * 1000 + 1e-9) / 10} %`;

function judgedSentence(undecided: number, hidden: number): string {
  if (undecided === 0) return "Every picture was judged.";
  if (hidden > 0) return `A blind trial hides ${pictures(hidden)} from you until you have judged them, or its blind is lifted.`;
  return `${undecided === 1 ? "1 picture is" : `${undecided} pictures are`} not judged yet.`;
}

const pictures = (count: number) => (count === 1 ? "the verdict on 1 picture" : `the verdicts on ${count} pictures`);
