import { ORPCError } from "@orpc/client";
import { z } from "zod";
import { ImportReport } from "@/lib/domain/pattern/library-archive";

const Refusal = z.object({ code: z.string(), message: z.string() });

/** Sends a library's zip or a file of styles; a dry run only says what it would make. Refused with the studio's sentence. */
export async function importLibrary(file: File, { isDryRun }: { isDryRun: boolean }): Promise<ImportReport> {
  const asked = new URLSearchParams({ fileName: file.name, ...(isDryRun ? { dryRun: "1" } : {}) });
  const response = await fetch(`/libraries/import?${asked}`, { method: "POST", body: file });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return ImportReport.parse(answer);
  const { code, message } = Refusal.safeParse(answer).data ?? { code: "INTERNAL", message: "The file could not be imported. Try again." };
  throw new ORPCError(code, { status: response.status, message });
}
