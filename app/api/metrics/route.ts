import { handleMetrics } from "@/lib/api/metrics";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export const GET = (request: Request) => handleMetrics(request, env().metricsToken());
