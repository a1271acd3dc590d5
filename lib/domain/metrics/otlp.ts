import { countOf, type Metric } from "./metric";

/** What one source measured: the studio as a whole, or one of its processes. */
export interface Measured {
  /** Who is measured. Two that say the same are one to a collector. */
  readonly resource: Readonly<Record<string, string>>;
  /** Since when what only grows was counted. */
  readonly since: Date;
  readonly metrics: readonly Metric[];
}

/** Totals since the beginning, not differences since the last time: a message that is lost costs no count. */
const CUMULATIVE = 2;

/** The body of an OTLP request in JSON (`ExportMetricsServiceRequest`). A family without a sample is left out, and whoever has none. */
export function otlpMetrics(measured: readonly Measured[], at: Date): object {
  const told = measured.flatMap(({ resource, since, metrics }) => {
    const filled = metrics.filter(({ samples }) => samples.length > 0);
    return filled.length === 0 ? [] : [{ resource, metrics: filled.map((metric) => familyOf(metric, since, at)) }];
  });
  return {
    resourceMetrics: told.map(({ resource, metrics }) => ({
      resource: { attributes: attributes(resource) },
      scopeMetrics: [{ scope: { name: "selects" }, metrics }],
    })),
  };
}

function familyOf(metric: Metric, since: Date, at: Date): object {
  const { name, help, unit } = metric;
  const family = { name, description: help, unit };
  const now = { timeUnixNano: nanos(at) };
  const counted = { startTimeUnixNano: nanos(since), ...now };
  switch (metric.type) {
    case "gauge":
      return {
        ...family,
        gauge: { dataPoints: metric.samples.map(({ labels, value }) => ({ attributes: attributes(labels), ...now, asDouble: value })) },
      };
    case "counter":
      return {
        ...family,
        sum: {
          aggregationTemporality: CUMULATIVE,
          isMonotonic: true,
          dataPoints: metric.samples.map(({ labels, value }) => ({ attributes: attributes(labels), ...counted, asDouble: value })),
        },
      };
    case "histogram":
      return {
        ...family,
        histogram: {
          aggregationTemporality: CUMULATIVE,
          dataPoints: metric.samples.map((spread) => ({
            attributes: attributes(spread.labels),
            ...counted,
            // JSON has no whole numbers of 64 bits: the protocol writes them as text.
            count: String(countOf(spread)),
            sum: spread.sum,
            bucketCounts: spread.counts.map(String),
            explicitBounds: metric.bounds,
          })),
        },
      };
    default:
      return metric satisfies never;
  }
}

const nanos = (moment: Date) => `${moment.getTime()}000000`;
const attributes = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([key, text]) => ({ key, value: { stringValue: text } }));
