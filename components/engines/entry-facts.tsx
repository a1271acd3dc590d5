"use client";
import { Clock, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import {
  type CatalogueEntry,
  FACT_KEYS,
  FACT_NAMES,
  type FactName,
  type ListedControl,
  REGION_NAMES,
} from "@/lib/domain/engine/catalogue-entry";
import { staleFacts } from "@/lib/domain/engine/eligibility";
import { evidenceSentence, isFirstHand } from "@/lib/domain/engine/fact";
import {
  asCatalogued,
  hiddenSentence,
  OVERRIDE_NAMES,
  type OverrideName,
  type RouteView,
  type SystemView,
  viewOfRoute,
} from "@/lib/domain/engine/override";
import { COMMERCIAL_WORDS, priceText, WATERMARK_WORDS } from "./fact-words";
import { PriceSays } from "./price-says";
import { RoutePicker } from "./route-picker";
import { WorkspaceSays } from "./workspace-says";

const STATUS_WORDS = { active: "Active", "import-only": "Import only", retired: "Retired" } as const;

export type EntryFactsProps = {
  system: SystemView;
  /** The route whose facts are shown; null where there is none. */
  route: RouteView | null;
  onRoute: (route: RouteView) => void;
};

/** Every fact of a system on one route to it, with where it is from, how sure it is and when it was checked. */
export function EntryFacts({ system, route, onRoute }: EntryFactsProps) {
  const entry = route ? viewOfRoute(system, route) : system;
  const stale = staleFacts(entry, new Date().toISOString());
  const { status } = entry;
  const hidden = hiddenSentence(entry.name, entry.overrides);
  return (
    <section aria-label="Facts" className="mb-9">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 className="text-lg font-semibold">What is known</h2>
        {route && system.routes.length > 1 ? <RoutePicker system={system} route={route} onChange={onRoute} /> : null}
      </div>
      {route?.standing.modelName === null && status.state === "active" ? (
        <p className="mb-2 text-xs text-warn text-pretty">{route.standing.whyNot} What is known of that route is listed all the same.</p>
      ) : null}
      <dl className="divide-y divide-line border-y border-line text-sm">
        <Row name="Status">
          {STATUS_WORDS[status.state]}
          {status.state === "retired" ? ` on ${status.on}. ${status.why}` : status.state === "import-only" ? `. ${status.why}` : null}
          {hidden === null ? null : <span className="block text-warn">{hidden}</span>}
          {status.state === "active" ? <WorkspaceSays entry={entry} route={route} fact="hidden" /> : null}
        </Row>
        <Row name="Goes in">{entry.modes.join(", ")}</Row>
        {FACT_KEYS.map((key) => {
          const { evidence, source, checkedOn, value } = entry[key];
          return (
            <Row key={key} name={FACT_NAMES[key]}>
              {value === null ? (
                <span className="text-faint">Not known</span>
              ) : (
                <span className="inline-block first-letter:uppercase">{textOf(entry, key)}</span>
              )}
              {value !== null && !isFirstHand(evidence) ? (
                <>
                  {" "}
                  <Badge tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
                    Not from the provider
                  </Badge>
                </>
              ) : null}
              {stale.includes(key) ? (
                <>
                  {" "}
                  <Badge tone="warn" icon={<Clock size={12} aria-hidden />}>
                    Stale
                  </Badge>
                </>
              ) : null}
              {value === null || evidence === "workspace" ? null : (
                <span className="block text-xs text-faint text-pretty">
                  {evidenceSentence(evidence)} Source: {source}. Checked on {checkedOn}.
                </span>
              )}
              {isOverridable(key) ? (
                <WorkspaceSays entry={entry} route={route} fact={key} catalogueText={textOf(asCatalogued(entry), key) || "not known"} />
              ) : key === "prices" && route ? (
                <PriceSays route={route} catalogueText={textOf(asCatalogued(entry), key) || "not known"} />
              ) : null}
            </Row>
          );
        })}
      </dl>
      {entry.notes.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 text-sm text-muted">
          {entry.notes.map((note) => (
            <li key={note} className="text-pretty">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const isOverridable = (key: FactName): key is FactName & OverrideName => key in OVERRIDE_NAMES;

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 text-pretty">{children}</dd>
    </div>
  );
}

function textOf(entry: CatalogueEntry, key: FactName): string {
  switch (key) {
    case "prices":
      return (entry.prices.value ?? []).map(priceText).join("; ");
    case "licence":
      return entry.licence.value ?? "";
    case "commercialUse":
      return entry.commercialUse.value === null ? "" : COMMERCIAL_WORDS[entry.commercialUse.value];
    case "residency":
      return (entry.residency.value ?? []).map((region) => REGION_NAMES[region]).join(" or ");
    case "watermark":
      return entry.watermark.value === null ? "" : WATERMARK_WORDS[entry.watermark.value];
    case "provenance":
      return entry.provenance.value?.join(", ") || "None";
    case "latency":
      return entry.latency.value === null ? "" : `${entry.latency.value.leastSeconds}–${entry.latency.value.mostSeconds} s`;
    case "weights":
      return entry.weights.value === "open" ? "Open" : "Closed";
    case "controls":
      return (entry.controls.value ?? []).map(controlText).join("; ");
    case "reached":
      return entry.reached.value ?? "";
    default:
      return key satisfies never;
  }
}

function controlText(control: ListedControl): string {
  switch (control.kind) {
    case "choice":
      return `${control.name}: ${control.values.join(", ")}`;
    case "range":
      return `${control.name}: ${control.least}–${control.most}${control.unit === "" ? "" : ` ${control.unit}`}`;
    case "free":
      return control.name;
    default:
      return control satisfies never;
  }
}
