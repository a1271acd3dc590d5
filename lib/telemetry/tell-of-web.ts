import { env } from "@/lib/env";
import { tellTo } from "@/lib/trace";
import { tellMetrics } from "./metrics";
import { tracesTo } from "./traces";

/** Tells of the web process until it is asked to end. Without a collector nothing is changed, not even how the process ends. */
export function tellOfWeb(): void {
  const to = env().collector;
  if (to === undefined) return;
  const metrics = tellMetrics({ to, service: "selects-web", isOfStudio: false });
  const traces = tracesTo(to, "selects-web");
  tellTo(traces.tell);
  const end = () => void Promise.all([metrics.close(), traces.close()]).finally(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
