"use client";
import { CircleAlert, FlaskConical } from "lucide-react";
import { Chart } from "@/components/ui/chart/chart";
import { Counts } from "@/components/ui/chart/counts";
import { EmptyState } from "@/components/ui/empty-state";
import type { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { forecastWords, percent, shareWords } from "@/lib/domain/pattern/evidence/words";
import type { EvidenceRule } from "@/lib/domain/pattern/label/rule";
import { TryAgainButton } from "../trial/start-trial-button";
import { countOf } from "../words";
import { Drift } from "./drift";
import { EvidenceFacts } from "./evidence-facts";
import { Rates } from "./rates";

export interface EvidencePanelProps {
  /** Null before the first trial of this version. */
  readonly evidence: EvidenceView | null;
  /** What `production` asks for. */
  readonly rule: EvidenceRule;
}

/** What is known of how a version holds: in a line, in charts, and as numbers. */
export function EvidencePanel({ evidence, rule }: EvidencePanelProps) {
  if (!evidence)
    return (
      <EmptyState icon={<FlaskConical size={20} aria-hidden />} title="No trial yet">
        A trial runs this version over an eval set and measures how often it holds. Production needs one.
      </EmptyState>
    );
  const { rate, forecasts, defects, stale, hidden } = evidence;
  const none = hidden > 0 ? "not by you yet" : "not judged";
  return (
    <div className="grid gap-5">
      {stale ? (
        <div
          role="status"
          className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn"
        >
          <p className="flex min-w-0 items-center gap-2">
            <CircleAlert size={15} className="shrink-0" aria-hidden />
            <span>{staleWords(evidence)}</span>
          </p>
          <TryAgainButton versionId={evidence.versionId} number={evidence.number} />
        </div>
      ) : null}
      <EvidenceFacts evidence={evidence} rule={rule} />
      {rate === null ? null : (
        <ul className="grid gap-1 text-sm text-muted">
          {forecasts.map((forecast) => (
            <li key={forecast.accepted} className="tabular-nums">
              {forecastWords(forecast, rate)}
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
        <Rates
          title={`Passed by subject; dashed: ${percent(rule.lowerBound)}`}
          asked={rule.lowerBound}
          none={none}
          rows={evidence.bySubject.map(({ subject, rate: own }) => ({ label: subject, rate: own }))}
        />
        <Rates
          title={`Passed by seed; dashed: ${percent(rule.lowerBound)}`}
          asked={rule.lowerBound}
          none={none}
          rows={evidence.bySeed.map(({ seed, rate: own }) => ({ label: `${seed}`, rate: own }))}
        />
        {defects.length === 0 ? null : (
          <Chart
            title="What failed most"
            says={defects.map(({ kind, count }) => `${defectName(kind)}: ${count}`).join(", ")}
            table={{ head: ["Defect", "Pictures"], rows: defects.map(({ kind, count }) => [defectName(kind), `${count}`]) }}
          >
            {(width) => <Counts rows={defects.map(({ kind, count }) => ({ label: defectName(kind), count }))} width={width} />}
          </Chart>
        )}
      </div>
      <Drift drift={evidence.drift} driftFrom={evidence.driftFrom} />
      <p className="max-w-prose text-xs text-faint text-pretty">{footWords(evidence)}</p>
    </div>
  );
}

const defectName = (kind: string | null) => (kind === null ? "Not named" : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

function staleWords({ modelName, modelRevision, currentRevision }: EvidenceView): string {
  return currentRevision === null
    ? `${modelName} is not in the catalogue any more. This evidence says nothing of what can be made today.`
    : `Measured on revision ${modelRevision} of ${modelName}, which is at ${currentRevision} now. A new trial says what holds today.`;
}

function footWords({ trials, rate, count, agreement, nearDuplicates, unsafe, hidden }: EvidenceView): string {
  return [
    `From ${countOf(trials, "trial")}.`,
    ...(rate === null ? [] : [`${shareWords(rate)} cells passed; the interval is Wilson's, 95 %.`]),
    ...(count.refused > 0
      ? [
          `${countOf(count.refused, "refused cell counts", "refused cells count")} as not passed: whoever calls the pattern gets no picture.`,
        ]
      : []),
    ...(count.broken > 0 ? [`${countOf(count.broken, "cell")} failed on the engine or by being cancelled, which counts in no rate.`] : []),
    ...(hidden > 0
      ? [
          `What others may have said of ${countOf(hidden, "picture")} of a blind trial is left out until you have judged ${hidden === 1 ? "it" : "them"}.`,
        ]
      : []),
    ...(nearDuplicates > 0 ? [`${countOf(nearDuplicates, "near duplicate")} among the pictures.`] : []),
    ...(agreement === null
      ? []
      : [
          `${agreement.judges} judges say the same of ${percent(agreement.share)} of ${countOf(agreement.pictures, "shared picture")} (alpha ${agreement.alpha.toFixed(2)}).`,
        ]),
    unsafeWords(unsafe, hidden),
  ].join(" ");
}

function unsafeWords({ checked, flagged }: EvidenceView["unsafe"], hidden: number): string {
  if (checked === 0 && hidden > 0) return "So is what a program saw of unsafe content.";
  if (checked === 0) return "No program looked for unsafe content: judges mark it.";
  if (flagged === 0) return `No unsafe content was flagged in ${countOf(checked, "picture")}.`;
  return `${flagged} of ${countOf(checked, "picture")} flagged for unsafe content: look at them.`;
}
