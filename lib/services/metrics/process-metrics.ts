import type { Metric } from "@/lib/domain/metrics/metric";

/** What this process measures of itself; every process tells of its own. */
export function processMetrics(): readonly Metric[] {
  const gauge = (name: string, help: string, unit: string, value: number): Metric => ({
    name,
    help,
    unit,
    type: "gauge",
    samples: [{ labels: {}, value }],
  });
  return [
    gauge("process_resident_memory_bytes", "Memory of the process.", "By", process.memoryUsage.rss()),
    gauge("process_start_time_seconds", "When the process started, since the epoch.", "s", Math.round(processStart().getTime() / 1_000)),
  ];
}

export const processStart = (): Date => new Date(Date.now() - process.uptime() * 1_000);
