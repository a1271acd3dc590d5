/** What an engine must not be to be "another engine". */
export interface Ran {
  /** The engine of the newest attempt that one of ours made; null when none was. */
  readonly newest: string | null;
  /** The engines of all of them. */
  readonly all: readonly string[];
}

/**
 * Where a fallback path that names an engine runs, first choice first. The agreed engine is taken at its word unless the
 * newest attempt ran there: then it failed this card already, and the next engines follow in the lane's order that no
 * attempt was made on. `order`: the lane's engines, or every connected one where the lane names none.
 */
export function otherEngines(agreed: string, ran: Ran, order: readonly string[]): readonly string[] {
  return agreed === ran.newest ? order.filter((engineId) => engineId !== agreed && !ran.all.includes(engineId)) : [agreed];
}

/**
 * Why a lane's cards cannot fall back on this engine, as a sentence; null when they can. A lane with one engine runs
 * everything there, so that one is never another.
 */
export function whyNotFallBackOn(engineId: string, { allowedEngines }: { readonly allowedEngines: readonly string[] }): string | null {
  if (allowedEngines.length === 0) return null;
  if (!allowedEngines.includes(engineId))
    return "The fallback path names an engine that the lane does not allow; choose one of the lane's, or another path.";
  return allowedEngines.length > 1
    ? null
    : "The lane allows no engine but the one its fallback path names, so nothing would run elsewhere; allow another engine, or choose another path.";
}
