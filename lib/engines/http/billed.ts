import { microsOfTokens, type TokenCount } from "@/lib/domain/engine/pricing";
import type { EngineRequest } from "../engine";
import type { WireModel } from "./wire";

/** The largest figure that is believed: servers say strange things, and a strange figure is none. */
const MOST = 1e9;
const isFigure = (figure: number) => Number.isFinite(figure) && figure >= 0 && figure < MOST;

/**
 * A provider's own figure in micro-dollars; null where it is none: below nothing, or more than anything costs.
 * @param micros micro-dollars of one of what it counts in
 */
export function costOfFigure(figure: number | null | undefined, micros: number, rounded: (micros: number) => number = Math.round) {
  if (figure == null) return null;
  const cost = figure * micros;
  return isFigure(cost / 1_000_000) ? BigInt(rounded(cost)) : null;
}

/** What the tokens of an answer cost in micro-dollars; null where their price is not known, or a lead's own price stands. */
export function costOfTokens(
  order: { readonly request: EngineRequest; readonly model: WireModel },
  count: TokenCount | null,
): bigint | null {
  const { pricing } = order.model;
  if (pricing?.per !== "token" || count === null || order.request.enteredMicros != null) return null;
  const { text, image, output } = count;
  // Nothing counted is no figure: an answer with a picture has taken tokens.
  if (![text, image, output].every(isFigure) || output === 0) return null;
  return microsOfTokens(pricing.prices, count);
}

/** What one of the provider's billing units costs here, a lead's price before the catalogue's; null where it bills by something else. Micro-dollars. */
export function unitMicrosOf({ request, model }: { readonly request: EngineRequest; readonly model: WireModel }): number | null {
  if (request.enteredMicros != null) return request.enteredMicros;
  const { pricing } = model;
  if (pricing === null) return null;
  return pricing.per === "image" || pricing.per === "second" || pricing.per === "megapixel" ? pricing.micros[request.quality] : null;
}

/** What so many units cost in micro-dollars; null where either is not known. */
export function costOfUnits(units: string | null, unitMicros: number | null): bigint | null {
  const counted = units === null || units.trim() === "" ? Number.NaN : Number(units);
  return unitMicros === null || !isFigure(counted) ? null : BigInt(Math.ceil(counted * unitMicros - 1e-6));
}
