import { CircleCheck, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import type { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { intervalWords, percent } from "@/lib/domain/pattern/evidence/words";
import type { EvidenceRule } from "@/lib/domain/pattern/label/rule";

/** The line one reads first: how often it holds, on how much, and what an accepted picture costs. */
export function EvidenceFacts({ evidence, rule }: { evidence: EvidenceView; rule: EvidenceRule }) {
  const { rate, count, imageMicros, acceptedMicros, latencyMs, spentMicros, hidden } = evidence;
  const isEnough = rate !== null && rate.low >= rule.lowerBound;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      <Fact term="Pass rate">
        {rate === null ? (
          <span className="text-muted">{hidden > 0 ? "Hidden until you judge" : "Not judged"}</span>
        ) : (
          <>
            <span className="text-2xl font-semibold tracking-tight">{percent(rate.rate)}</span>{" "}
            <span className="text-muted">{intervalWords(rate)}</span>
          </>
        )}
      </Fact>
      <Fact term={`Asked of production: ${percent(rule.lowerBound)}`}>
        <span className={isEnough ? "text-ok" : "text-warn"}>
          {isEnough ? (
            <CircleCheck size={13} className="mr-1 inline" aria-hidden />
          ) : (
            <CircleDashed size={13} className="mr-1 inline" aria-hidden />
          )}
          {isEnough
            ? "The lower end is above it"
            : rate === null
              ? hidden > 0
                ? "Blind: judge to see it"
                : "Nothing to compare yet"
              : "The lower end is below it"}
        </span>
      </Fact>
      <Fact term="Cells">
        {rate?.of ?? 0} <span className="text-muted">judged, at least {rule.minCells} asked</span>
        {hidden > 0 ? <span className="text-muted">, {hidden} of a blind trial not judged by you</span> : null}
        {count.undecided > hidden ? <span className="text-warn">, {count.undecided - hidden} not judged</span> : null}
      </Fact>
      <Fact term="An accepted picture costs">
        {acceptedMicros === null ? <span className="text-muted">Not known</span> : <Money micros={acceptedMicros} as="price" />}
        {imageMicros === null ? null : (
          <span className="text-muted">
            {" "}
            (<Money micros={imageMicros} as="price" /> each)
          </span>
        )}
      </Fact>
      <Fact term="Time a picture">
        {latencyMs === null ? (
          <span className="text-muted">Not known</span>
        ) : (
          <>
            {seconds(latencyMs.median)} <span className="text-muted">95 % in {seconds(latencyMs.p95)}</span>
          </>
        )}
      </Fact>
      <Fact term="Spent on trials">
        <Money micros={spentMicros} />
      </Fact>
    </dl>
  );
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col justify-between">
      <dt className="text-xs text-faint">{term}</dt>
      <dd className="text-sm tabular-nums">{children}</dd>
    </div>
  );
}
