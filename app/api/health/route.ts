import { handleHealth } from "@/lib/api/health";

export const dynamic = "force-dynamic";

export { handleHealth as GET };
