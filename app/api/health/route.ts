import { handleHealth } from "@/lib/api/health";

export const dynamic = "force-dynamic";

export const GET = () => handleHealth(process.env.SELECTS_START ?? "");
