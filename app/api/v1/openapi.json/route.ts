import { handleOpenApi } from "@/lib/api/openapi";

export const dynamic = "force-dynamic";

export { handleOpenApi as GET };
