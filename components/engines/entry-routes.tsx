"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Download, Radio } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { StandingBadge } from "@/components/ui/standing-badge";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { lookOf } from "@/lib/domain/engine/breaker";
import type { Category } from "@/lib/domain/engine/catalogue-entry";
import type { EngineView } from "@/lib/domain/engine/engine-view";
import type { ModelFigures } from "@/lib/domain/engine/figures";
import type { SystemView } from "@/lib/domain/engine/override";
import { FailureKind } from "@/lib/domain/run/failure";
import { nameOfRoute, routesTo } from "./availability";
import { priceText } from "./fact-words";

const FAILURE_WORDS = {
  refused: "refused",
  empty: "empty",
  quota: "out of quota",
  "rate-limited": "slowed down",
  timeout: "timed out",
  "invalid-input": "not accepted",
  "engine-fault": "engine fault",
  "expired-output": "output expired",
  "damaged-output": "output damaged",
  "withheld-output": "output not public",
  cancelled: "cancelled",
  "made-elsewhere": "made, not here",
  "never-arrived": "never arrived",
} satisfies Record<FailureKind, string>;

/** What is not a model one runs, and how it serves all the same once it is connected. */
const CONNECTED_OTHERWISE: Partial<Record<Category, string>> = {
  language: "It helps with words, through any OpenAI-compatible server: connect one as the language model.",
  aggregator: "It is a way to other systems: once it is connected, each system it leads to says so on its page.",
};

/** How a system can be run from here, and how that went in our own runs. */
export function EntryRoutes({ entry }: { entry: SystemView }) {
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const figures = useQuery(studio.engine.figures.queryOptions({ input: {} }));
  const routes = routesTo(entry, engines.data ?? []);
  const failed = engines.error ?? figures.error;
  return (
    <section aria-label="From here" className="mb-9">
      <h2 className="mb-2 text-lg font-semibold">From here</h2>
      {failed ? (
        <ErrorState title={sentenceOf(failed)} onRetry={() => void engines.refetch()} retrying={engines.isFetching} />
      ) : !engines.data || !figures.data ? (
        <Skeleton className="h-20" />
      ) : entry.status.state === "import-only" ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          Its files can be brought in with tool, plan and prompt recorded.
          <ButtonLink href="/assets" size="small" icon={<Download size={13} aria-hidden />}>
            Assets
          </ButtonLink>
        </p>
      ) : entry.status.state === "active" && CONNECTED_OTHERWISE[entry.category] !== undefined && routes.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {CONNECTED_OTHERWISE[entry.category]}
          <ButtonLink href="/settings/engines" size="small">
            Connections
          </ButtonLink>
        </p>
      ) : routes.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {entry.status.state === "retired"
            ? "It has ended: no run can start, and what was made with it keeps its origin."
            : "The studio has no adapter for it yet."}
          {entry.status.state === "retired" && entry.status.successor !== null ? (
            <ButtonLink href={`/engines/${entry.status.successor}`} size="small">
              Its successor
            </ButtonLink>
          ) : (
            <ButtonLink href={`/engines?category=${entry.category}`} size="small">
              Others of its category
            </ButtonLink>
          )}
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {routes.map(({ engine, model, route }) => (
            <li key={`${engine.engineId}/${model.modelId}`} className="py-2.5 text-sm">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-medium" title={model.modelId}>
                  {nameOfRoute(entry, route)}
                </span>
                {model.whyNot === null && !isBroken(engine) ? (
                  <Badge tone="ok" icon={<CircleCheck size={12} aria-hidden />}>
                    Ready
                  </Badge>
                ) : null}
                {engine.health ? <StandingBadge {...lookOf(engine.health)} /> : null}
                <span className="text-xs text-muted">{route.facts.prices?.value?.map(priceText).join("; ") ?? "price not known"}</span>
              </p>
              {engine.health && engine.health.state !== "well" && model.whyNot === null ? (
                <p className="text-xs text-warn text-pretty">
                  {engine.health.sentence}
                  {engine.health.until ? (
                    <>
                      {" "}
                      Again <RelativeTime at={engine.health.until} />.
                    </>
                  ) : null}
                </p>
              ) : null}
              {model.whyNot ? (
                <p className="text-xs text-muted text-pretty">
                  {model.whyNot}{" "}
                  <Link href="/settings/engines" className="rounded-sm text-accent-ink underline">
                    Connections
                  </Link>
                </p>
              ) : null}
              {model.category === "avatar.live" && model.whyNot === null ? (
                <p className="mt-1">
                  <ButtonLink href="/live" size="small" icon={<Radio size={13} aria-hidden />}>
                    Start a session
                  </ButtonLink>
                </p>
              ) : null}
              {model.category === "avatar.live" ? null : (
                <Figures figures={figures.data.find((one) => one.engineId === engine.engineId && one.modelId === model.modelId)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isBroken = ({ health }: EngineView) => health !== null && lookOf(health).standing === "broken";

function Figures({ figures }: { figures: ModelFigures | undefined }) {
  if (!figures) return <p className="text-xs text-faint">No runs of ours in the last 30 days.</p>;
  const { runs, succeeded, variants, spentMicros, p50Ms, p95Ms, failures } = figures;
  const each = variants === 0 ? null : BigInt(spentMicros) / BigInt(variants);
  return (
    <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-xs">
      <Figure name="Runs, 30 days">{runs}</Figure>
      <Figure name="Succeeded">{runs === 0 ? "–" : `${Math.round((succeeded / runs) * 100)} %`}</Figure>
      <Figure name="Half were done in">{p50Ms === null ? "–" : seconds(p50Ms)}</Figure>
      <Figure name="95 % in">{p95Ms === null ? "–" : seconds(p95Ms)}</Figure>
      <Figure name="A variant cost">{each === null ? "–" : <Money micros={each} as="price" />}</Figure>
      {failures.length > 0 ? (
        <Figure name="What went wrong">{failures.map(({ kind, count }) => `${wordsFor(kind)} ${count}`).join(", ")}</Figure>
      ) : null}
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-faint">{name}</dt>
      <dd className="text-ink tabular-nums">{children}</dd>
    </div>
  );
}

function wordsFor(kind: string): string {
  const known = FailureKind.safeParse(kind);
  return known.success ? FAILURE_WORDS[known.data] : kind;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
