import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { type CalledPattern, type Pointer, readPointer } from "@/lib/domain/pattern/call";

/** What a caller names: `{slug}@{at}`. */
export interface Call {
  readonly slug: string;
  readonly at: string;
}

/**
 * The version a call means at this moment. With `isHeld` the label stays where it is until the caller's transaction ends:
 * a call is made by the version the label pointed to when it was answered, never by one before. A deprecated pattern is
 * read, but not run by a call.
 */
export async function findCalled(
  db: Database,
  workspaceId: string,
  { slug, at }: Call,
  { isHeld }: { isHeld: boolean },
): Promise<CalledPattern> {
  const pointer = readPointer(at);
  if (!pointer) throw new AppError("BAD_INPUT", "After the @ comes candidate, production or the number of a version.");
  const pattern = await db.pattern.findFirst({
    where: { workspaceId, slug, archivedAt: null },
    select: { id: true, name: true, deprecatedAt: true, deprecation: true, successor: { select: { slug: true } } },
  });
  if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
  if (isHeld && pattern.deprecatedAt) throw new AppError("REFUSED", deprecatedSentence(pattern));
  if (isHeld && "label" in pointer)
    await db.$queryRaw`
      SELECT 1 FROM "PatternLabel" WHERE "patternId" = ${pattern.id}::uuid AND "name" = ${pointer.label}::"LabelName" FOR SHARE`;
  const version = await db.patternVersion.findFirst({
    where: { patternId: pattern.id, ...("label" in pointer ? { labels: { some: { name: pointer.label } } } : { number: pointer.number }) },
    select: { id: true, number: true },
  });
  if (!version) throw new AppError("NOT_FOUND", nothingThere(pattern.name, pointer));
  return {
    patternId: pattern.id,
    slug,
    number: version.number,
    versionId: version.id,
    label: "label" in pointer ? pointer.label : null,
  };
}

function deprecatedSentence(pattern: { name: string; deprecation: string; successor: { slug: string } | null }): string {
  const instead = pattern.successor ? ` Call ${pattern.successor.slug} instead.` : "";
  return `“${pattern.name}” is deprecated: ${pattern.deprecation.replace(/[.!?]?$/, ".")}${instead}`;
}

function nothingThere(name: string, pointer: Pointer): string {
  if ("number" in pointer) return `“${name}” has no version ${pointer.number}.`;
  return `No version of “${name}” is labelled ${pointer.label}.`;
}
