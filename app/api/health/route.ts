import { handleHealth } from "@/lib/api/health";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export const GET = () => handleHealth(env().start);
