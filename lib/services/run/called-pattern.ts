import type { Prisma, Run } from "@/lib/db/generated/client";
import type { CalledPattern } from "@/lib/domain/pattern/call";

/** What a prompt must bring along to say which pattern its runs were made from. */
export const patternOfPrompt = {
  patternVersion: { select: { id: true, number: true, pattern: { select: { id: true, slug: true } } } },
} as const satisfies Prisma.PromptSelect;

type WithPattern = Pick<Run, "calledBy"> & { readonly prompt: Prisma.PromptGetPayload<{ select: typeof patternOfPrompt }> };

/** The exact version a run was made from, and the label it was called by; null when it was not made from a pattern. */
export function calledPattern({ prompt: { patternVersion: version }, calledBy }: WithPattern): CalledPattern | null {
  return (
    version && {
      patternId: version.pattern.id,
      slug: version.pattern.slug,
      number: version.number,
      versionId: version.id,
      label: calledBy,
    }
  );
}
