/** How often an asset is used by things that must stay readable. */
export interface AssetUses {
  readonly variants: number;
  readonly frozenPrompts: number;
  readonly attempts: number;
  readonly publications: number;
  readonly patternVersions: number;
}

/** Why an asset cannot be deleted, or null. What has run, was decided or was released keeps its pictures for ever. */
export function refuseDeletion(uses: AssetUses): string | null {
  if (uses.publications > 0) return "This asset was published, so it stays.";
  if (uses.attempts > 0) return "This asset was submitted to a review card, so it stays readable there.";
  if (uses.variants > 0) return "This is a variant of a run, so it stays with its prompt. Reject it to put it aside.";
  if (uses.patternVersions > 0) return "A pattern uses this asset as a reference, and pattern versions never change.";
  if (uses.frozenPrompts > 0) return "A prompt that has run uses this asset as a reference, so it stays.";
  return null;
}
