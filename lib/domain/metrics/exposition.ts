import { countOf, type Distribution, type Metric, type Sample, type Spread } from "./metric";

/** The text format of Prometheus, version 0.0.4. A family without a sample is left out. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map((metric) => {
      const { name, help, type } = metric;
      const lines =
        metric.type === "histogram"
          ? metric.samples.flatMap((spread) => spreadLines(metric, spread))
          : metric.samples.map((sample) => line(name, sample));
      return [`# HELP ${name} ${escapedHelp(help)}`, `# TYPE ${name} ${type}`, ...lines].join("\n");
    })
    .join("\n")
    .concat("\n");
}

/** Each bucket counts those below it too, up to `+Inf`, which has all. */
function spreadLines({ name, bounds }: Distribution, spread: Spread): string[] {
  const { labels, counts, sum } = spread;
  let below = 0;
  const buckets = counts.map((count, at) => {
    below += count;
    return line(`${name}_bucket`, { labels: { ...labels, le: `${bounds[at] ?? "+Inf"}` }, value: below });
  });
  return [...buckets, line(`${name}_sum`, { labels, value: sum }), line(`${name}_count`, { labels, value: countOf(spread) })];
}

function line(name: string, { labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapedLabel(text)}"`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}`;
}

const escapedHelp = (text: string) => text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");
const escapedLabel = (text: string) => escapedHelp(text).replace(/"/g, '\\"');
