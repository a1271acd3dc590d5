import type { ArchivedPattern } from "./library-archive";

type Tied = Pick<ArchivedPattern, "slug" | "name" | "deprecation" | "forkedFrom" | "versions">;

/** What the patterns of an archive are to each other, once those that are made here stand on one shelf. */
export interface Ties<Pattern extends Tied> {
  /** What to use instead of a deprecated pattern. */
  readonly successors: ReadonlyMap<Pattern, Pattern>;
  /** The pattern it began as, and the version by its number there. */
  readonly origins: ReadonlyMap<Pattern, { readonly pattern: Pattern; readonly number: number }>;
  /** Ties that cannot be kept, as people read it. */
  readonly lost: readonly { readonly about: string; readonly sentence: string }[];
}

/**
 * Finds those ties. The rules are the studio's own: nothing follows itself or is followed by what is deprecated itself, and nobody
 * descends from themselves, whatever an archive says.
 */
export function tiesAmong<Pattern extends Tied>(patterns: readonly Pattern[]): Ties<Pattern> {
  const bySlug = new Map(patterns.map((pattern) => [pattern.slug, pattern]));
  const successors = new Map<Pattern, Pattern>();
  const origins = new Map<Pattern, { pattern: Pattern; number: number }>();
  const lost: { about: string; sentence: string }[] = [];
  for (const pattern of patterns) {
    const about = pattern.name;
    const { deprecation, forkedFrom } = pattern;
    if (deprecation?.successor) {
      const { slug, name } = deprecation.successor;
      const successor = bySlug.get(slug);
      if (successor && successor !== pattern && !successor.deprecation) successors.set(pattern, successor);
      else
        lost.push({
          about,
          sentence: `It is deprecated in favour of “${name}”, which is not imported with it: here it names nothing to use instead.`,
        });
    }
    if (forkedFrom) {
      const { slug, name, number } = forkedFrom;
      const origin = bySlug.get(slug);
      const isThere = origin?.versions.some((version) => version.number === number) && !descendsFrom(origin, pattern, bySlug);
      if (origin && isThere) origins.set(pattern, { pattern: origin, number });
      else
        lost.push({
          about,
          sentence: `It began as version ${number} of “${name}”, which is not imported with it: here it has no ancestor.`,
        });
    }
  }
  return { successors, origins, lost };
}

/** Whether one is the other or began as it, over any number of forks. A ring of others is walked once. */
function descendsFrom<Pattern extends Tied>(one: Pattern, other: Pattern, bySlug: ReadonlyMap<string, Pattern>): boolean {
  const seen = new Set<Pattern>();
  for (let at: Pattern | undefined = one; at && !seen.has(at); at = at.forkedFrom ? bySlug.get(at.forkedFrom.slug) : undefined) {
    if (at === other) return true;
    seen.add(at);
  }
  return false;
}
