"use client";
import { CircleCheck, CircleSlash, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { StandingBadge } from "@/components/ui/standing-badge";
import { lookOf } from "@/lib/domain/engine/breaker";
import { REGION_NAMES } from "@/lib/domain/engine/catalogue-entry";
import { priceCaution } from "@/lib/domain/engine/eligibility";
import type { EngineView } from "@/lib/domain/engine/engine-view";
import type { Candidate } from "@/lib/domain/engine/shortlist";

export type CandidateRowProps = { candidate: Candidate; engines: readonly EngineView[]; today: string };

/** One system of the list, on the route that would be run on: what the volume costs there, whether it can be run here – or why it is not eligible. */
export function CandidateRow({ candidate: { entry, route, otherRoutes, eligibility, cost }, engines, today }: CandidateRowProps) {
  const health = engines.find(({ engineId }) => engineId === route?.engineId)?.health;
  const isBroken = health ? lookOf(health).standing === "broken" : false;
  const standing = route?.standing;
  const doubt = cost === null ? null : priceCaution(entry, today);
  const cautions = eligibility.cautions.filter((caution) => caution !== doubt);
  const facts = [
    entry.residency.value?.map((region) => REGION_NAMES[region]).join(" or "),
    entry.licence.value,
    entry.watermark.value && (entry.watermark.value === "none" ? "no watermark" : `${entry.watermark.value} watermark`),
  ].filter(Boolean);
  const more = otherRoutes === 0 ? "" : ` (${otherRoutes} other ${otherRoutes === 1 ? "route" : "routes"})`;
  const runBy = standing ? `Run by ${standing.engineName}${more} · ` : "";
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
          ) : standing?.whyNot === null && !isBroken ? (
            <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
              Ready here
            </Badge>
          ) : null}
          {health && health.state !== "well" ? <StandingBadge {...lookOf(health)} /> : null}
        </p>
        <p className="text-xs text-muted text-pretty">{entry.summary}</p>
        {eligibility.isEligible ? (
          <p className="text-xs text-faint text-pretty">
            {runBy}
            {facts.length > 0 ? facts.join(" · ") : "residency, licence and marks are not known"}
          </p>
        ) : (
          <ul className="mt-0.5 text-xs text-warn">
            {runBy === "" ? null : <li className="text-faint">{runBy.replace(/ · $/, "")}</li>}
            {eligibility.reasons.map((reason) => (
              <li key={reason} className="text-pretty">
                {reason}
              </li>
            ))}
          </ul>
        )}
        {cautions.map((caution) => (
          <p key={caution} className="flex items-start gap-1 text-xs text-muted text-pretty">
            <TriangleAlert size={12} aria-hidden className="mt-0.5 shrink-0 text-warn" />
            {caution}
          </p>
        ))}
        {eligibility.isEligible && entry.category === "language" ? (
          <p className="text-xs text-muted">It helps with words, through any OpenAI-compatible server.</p>
        ) : null}
        {eligibility.isEligible && standing?.whyNot ? <p className="text-xs text-muted">{standing.whyNot}</p> : null}
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
            {doubt === null ? null : (
              <span className="block text-xs text-muted text-pretty sm:ml-auto sm:max-w-56">
                <TriangleAlert size={12} aria-hidden className="mr-1 inline text-warn" />
                {doubt}
              </span>
            )}
          </>
        )}
      </div>
    </li>
  );
}
