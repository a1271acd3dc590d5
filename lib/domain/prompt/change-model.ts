import type { AssetView } from "../asset/asset-view";
import type { CatalogueModel } from "../engine/capabilities";
import { fittingSettings } from "../engine/control";
import { type Recipe, type Reference, type ReferenceRole, seedsWithin } from "./recipe";

/**
 * The same intent on another model: the words stay, and of everything else what the model takes. A reference in a role it
 * does not know takes the role it needs most, because a picture somebody chose must not vanish by choosing a model.
 */
export function onModel(recipe: Recipe, { engineId, capabilities }: Pick<CatalogueModel, "engineId" | "capabilities">): Recipe {
  const { aspectRatio, quality, settings } = recipe.controls;
  const { aspectRatios, qualities } = capabilities;
  const count = Math.min(recipe.count, capabilities.maxVariants);
  return {
    text: recipe.text,
    negative: capabilities.negative ? recipe.negative : "",
    references: fittingReferences(recipe.references, capabilities),
    model: { engineId, modelId: capabilities.modelId, revision: capabilities.revision },
    controls: {
      aspectRatio: aspectRatios.includes(aspectRatio) ? aspectRatio : (aspectRatios[0] ?? aspectRatio),
      quality: qualities.includes(quality) ? quality : (qualities[0] ?? quality),
      settings: fittingSettings(capabilities.settings, settings),
    },
    seeds: capabilities.seeds ? seedsWithin(recipe.seeds, count) : { mode: "random" },
    count,
  };
}

/** A recipe as it would run today: yesterday's revision may be gone. The very same one when it names today's, or a model that is not among them. */
export function onCurrentRevision<Said extends Pick<Recipe, "model">>(
  recipe: Said,
  models: readonly Pick<CatalogueModel, "engineId" | "capabilities">[],
): Said {
  const { engineId, modelId, revision } = recipe.model;
  const current = models.find((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
  if (!current || current.capabilities.revision === revision) return recipe;
  return { ...recipe, model: { ...recipe.model, revision: current.capabilities.revision } };
}

type Taken = Pick<CatalogueModel["capabilities"], "referenceRoles" | "requiredReferences" | "maxReferences">;

/** When there are too many, the oldest yield; what the model cannot do without stays. */
function fittingReferences(references: readonly Reference[], model: Taken): Reference[] {
  const moved: Reference[] = [];
  for (const reference of references) {
    const next = inKnownRole(reference, [...references, ...moved], model);
    if (next && !moved.some((other) => other.assetId === next.assetId && other.role === next.role)) moved.push(next);
  }
  const needed = model.requiredReferences.flatMap((role) => moved.find((reference) => reference.role === role) ?? []);
  const room = Math.max(0, model.maxReferences - needed.length);
  const others = moved.filter((reference) => !needed.includes(reference));
  const kept = new Set([...needed, ...others.slice(others.length - Math.min(room, others.length))]);
  return moved.filter((reference) => kept.has(reference));
}

function inKnownRole(reference: Reference, others: readonly Reference[], model: Taken): Reference | null {
  if (model.referenceRoles.includes(reference.role)) return { ...reference, weight: weightIn(reference, model) };
  // What lends its motion is a video, and everything else a picture: neither can do what the other does.
  const kind = reference.role === "motion" ? "video" : "image";
  const missing = rolesFor(kind, model.requiredReferences).find((role) => !others.some((other) => other.role === role));
  const role = missing ?? rolesFor(kind, model.referenceRoles)[0];
  return role === undefined ? null : { ...reference, role, weight: weightIn({ ...reference, role }, model) };
}

/** What a model works on counts in full: a branch's 0.6 was meant for guiding. */
const weightIn = ({ role, weight }: Reference, model: Taken) => (model.requiredReferences.includes(role) ? 1 : weight);

/**
 * How a new picture enters a recipe: as what the model still needs, else as what it understands first and does not have yet. A video lends its
 * motion; null where the model cannot use it.
 */
export function newReference(
  { id: assetId, kind }: Pick<AssetView, "id" | "kind">,
  recipe: Pick<Recipe, "references">,
  model: Taken | undefined,
): Reference | null {
  if (kind === "session") return null;
  if (kind === "video") return model?.referenceRoles.includes("motion") ? { assetId, role: "motion", weight: 1 } : null;
  const given = recipe.references.map(({ role }) => role);
  const missing = rolesFor(kind, model?.requiredReferences ?? []).find((role) => !given.includes(role));
  if (missing) return { assetId, role: missing, weight: 1 };
  const isFree = (role: ReferenceRole) => !model?.requiredReferences.includes(role) && !(FRAMES.has(role) && given.includes(role));
  const role = rolesFor(kind, model?.referenceRoles ?? []).find(isFree) ?? "style";
  return { assetId, role, weight: FRAMES.has(role) ? 1 : FIRST_WEIGHT };
}

/** What an asset of this kind can do in a prompt: only a video moves, and it does nothing else. */
export function rolesFor(kind: AssetView["kind"], roles: readonly ReferenceRole[]): readonly ReferenceRole[] {
  return roles.filter((role) => (role === "motion") === (kind === "video"));
}

/** A clip begins and ends once, with exactly this picture. */
const FRAMES: ReadonlySet<ReferenceRole> = new Set(["start-frame", "end-frame"]);

/** Strong enough to be seen, weak enough to leave the words their say. */
const FIRST_WEIGHT = 0.6;
