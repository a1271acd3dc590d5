/** How often an asset is used by things that must stay readable. */
export interface AssetUses {
  readonly variants: number;
  readonly frozenPrompts: number;
  readonly attempts: number;
  readonly publications: number;
  readonly patternVersions: number;
}

export const NO_USES: AssetUses = { variants: 0, frozenPrompts: 0, attempts: 0, publications: 0, patternVersions: 0 };

/** Days a deleted file can be brought back; then it goes for ever, unless something names it. */
export const DELETED_KEPT_DAYS = 30;

/** Files deleted before this moment go for ever. */
export const purgedBefore = (now: Date) => new Date(now.getTime() - DELETED_KEPT_DAYS * 86_400_000);

/** Why an asset cannot be deleted, or null. What has run, was decided or was released keeps its pictures for ever. */
export function refuseDeletion(uses: AssetUses): string | null {
  if (uses.publications > 0) return "This asset was published, so it stays.";
  if (uses.attempts > 0) return "This asset was submitted to a review card, so it stays readable there.";
  if (uses.variants > 0) return "This is a variant of a run, so it stays with its prompt. Reject it to put it aside.";
  if (uses.patternVersions > 0) return "A pattern uses this asset as a reference, and pattern versions never change.";
  if (uses.frozenPrompts > 0) return "A prompt that has run uses this asset as a reference, so it stays.";
  return null;
}
