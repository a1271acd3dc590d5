import { handleHealth } from "@/lib/api/health";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Whether this process can do its work. */
export const GET = () => handleHealth(env().start);
