"use client";
import { CircleCheck, CircleSlash, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { REGION_NAMES } from "@/lib/domain/engine/catalogue-entry";
import type { EngineView } from "@/lib/domain/engine/engine-view";
import type { Candidate } from "@/lib/domain/engine/shortlist";
import { roadsTo } from "./availability";
import { HealthBadge } from "./health-badge";

/** One system of the list: what it is, what the volume costs, whether it can be run here – or why it is not eligible. */
export function CandidateRow({
  candidate: { entry, eligibility, cost },
  engines,
}: {
  candidate: Candidate;
  engines: readonly EngineView[];
}) {
  const [road] = roadsTo(entry, engines);
  const facts = [
    entry.residency.value?.map((region) => REGION_NAMES[region]).join(" or "),
    entry.licence.value,
    entry.watermark.value && (entry.watermark.value === "none" ? "no watermark" : `${entry.watermark.value} watermark`),
  ].filter(Boolean);
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Link href={`/engines/${entry.id}`} className="rounded-sm font-medium hover:underline">
            {entry.name}
          </Link>
          <span className="text-xs text-faint">{entry.maker}</span>
          {entry.status.state === "retired" ? (
            <Badge tone="warn" icon={<CircleSlash size={12} aria-hidden />}>
              Retired
            </Badge>
          ) : entry.status.state === "import-only" ? (
            <Badge>Import only</Badge>
          ) : entry.hasAdapter === false ? (
            <Badge>No adapter here yet</Badge>
          ) : road?.model.whyNot === null ? (
            <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
              Ready here
            </Badge>
          ) : null}
          {road?.engine.health && road.engine.health.state !== "well" ? <HealthBadge health={road.engine.health} /> : null}
        </p>
        <p className="text-xs text-muted text-pretty">{entry.summary}</p>
        {eligibility.isEligible ? (
          <p className="text-xs text-faint text-pretty">
            {facts.length > 0 ? facts.join(" · ") : "Residency, licence and marks are not known."}
          </p>
        ) : (
          <ul className="mt-0.5 text-xs text-warn">
            {eligibility.reasons.map((reason) => (
              <li key={reason} className="text-pretty">
                {reason}
              </li>
            ))}
          </ul>
        )}
        {eligibility.cautions.map((caution) => (
          <p key={caution} className="flex items-start gap-1 text-xs text-muted text-pretty">
            <TriangleAlert size={12} aria-hidden className="mt-0.5 shrink-0 text-warn" />
            {caution}
          </p>
        ))}
        {eligibility.isEligible && entry.category === "language" ? (
          <p className="text-xs text-muted">It helps with words, through any OpenAI-compatible server.</p>
        ) : null}
        {eligibility.isEligible && road?.model.whyNot ? <p className="text-xs text-muted">{road.model.whyNot}</p> : null}
      </div>
      <div className="text-sm sm:text-right">
        {cost === null ? (
          <span className="text-xs text-faint">{entry.prices.value === null ? "price not known" : "cannot be worked out"}</span>
        ) : (
          <>
            <Money micros={cost.leastMicros} />
            {cost.mostMicros === cost.leastMicros ? null : (
              <>
                {" – "}
                <Money micros={cost.mostMicros} />
              </>
            )}
            <span className="block text-xs text-faint">for your volume</span>
          </>
        )}
      </div>
    </li>
  );
}
