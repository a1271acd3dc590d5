import { env } from "@/lib/env";
import { tellMetrics } from "./metrics";

/** Tells of the web process until it is asked to end. Without a collector nothing is changed, not even how the process ends. */
export function tellOfWeb(): void {
  const to = env().collector;
  if (to === undefined) return;
  const metrics = tellMetrics({ to, service: "selects-web", isOfStudio: false });
  const end = () => void metrics.close().finally(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
