"use client";
import { Chart } from "@/components/ui/chart/chart";
import { Histogram } from "@/components/ui/chart/histogram";
import type { Distribution, EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { distributionWords } from "@/lib/domain/pattern/evidence/words";
import { DRIFT_FROM_WORDS } from "@/lib/domain/trial/drift-from";

const MEASURES = [
  ["styleFromReferences", (from) => `Style, from ${from}`],
  ["paletteFromReferences", (from) => `Colour, from ${from} (ΔE)`],
  ["styleFromRow", () => "Style, from other seeds"],
  ["paletteFromRow", () => "Colour, from other seeds (ΔE)"],
  ["compositionChange", () => "Composition, from other seeds"],
] as const satisfies readonly (readonly [keyof EvidenceView["drift"], (from: string) => string])[];

/** How far the pictures are from what the pattern is to look like and from each other: 0 is the same. Nothing while nothing was measured. */
export function Drift({ drift, driftFrom }: Pick<EvidenceView, "drift" | "driftFrom">) {
  const known = MEASURES.flatMap(([key, titleFrom]) => {
    const distribution = drift[key];
    return distribution === null ? [] : [{ key, title: titleFrom(DRIFT_FROM_WORDS[driftFrom]), distribution }];
  });
  if (known.length === 0) return null;
  return (
    <section aria-label="Drift">
      <h3 className="mb-1 text-sm font-semibold">
        Drift <span className="font-normal text-faint">0 = the same; the line is the middle one</span>
      </h3>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {known.map(({ key, title, distribution }) => (
          <Chart
            key={key}
            title={title}
            says={distributionWords(distribution)}
            table={{ head: ["From – to", "Pictures"], rows: binRows(distribution) }}
          >
            {(width) => <Histogram bins={distribution.bins} to={distribution.to} median={distribution.median} width={width} />}
          </Chart>
        ))}
      </div>
    </section>
  );
}

function binRows({ bins, to }: Distribution): string[][] {
  const edge = (index: number) => ((index / bins.length) * to).toFixed(3);
  return bins.map((count, index) => [
    index === bins.length - 1 ? `${edge(index)} or more` : `${edge(index)} – ${edge(index + 1)}`,
    `${count}`,
  ]);
}
