import type { EngineRequest } from "../engine";
import type { WireModel } from "./wire";

/** Why a model cannot take a request, before anything is sent; null when it can. */
export function refusalOf(request: EngineRequest, { accepts }: WireModel): string | null {
  if (request.seeds.length === 0) return "A run needs at least one output.";
  if (request.seeds.length > accepts.maxVariants)
    return `${accepts.name} makes at most ${accepts.maxVariants} variant${accepts.maxVariants === 1 ? "" : "s"} a run.`;
  const used = request.references.filter(({ weight }) => weight > 0);
  const unknown = used.find(({ role }) => !accepts.referenceRoles.includes(role));
  if (unknown) return `${accepts.name} does not understand ${unknown.role} references.`;
  if (used.length > accepts.maxReferences) return `${accepts.name} takes at most ${accepts.maxReferences} references.`;
  const missing = accepts.requiredReferences.find((role) => !used.some((reference) => reference.role === role));
  return missing ? `${accepts.name} needs a reference with the role ${missing}.` : null;
}
