import type { CatalogueModel } from "../engine/capabilities";
import { onModel } from "./change-model";
import { MAX_REFERENCES, type Recipe, type Reference, type ReferenceRole } from "./recipe";

type Model = Pick<CatalogueModel, "engineId" | "capabilities">;

/** A picture guides strongly enough to be recognised, weakly enough to leave room for the words. */
const GUIDING_WEIGHT = 0.6;
/** In this order pictures mixed together find something to do: how it is laid out, how it looks, how it feels. */
const MIXED_ROLES: readonly ReferenceRole[] = ["composition", "style", "mood"];

/** Adds a reference, or replaces the same picture in the same role; a full tray gives up its oldest. */
export function withReference(recipe: Recipe, reference: Reference): Recipe {
  const others = recipe.references.filter((other) => other.assetId !== reference.assetId || other.role !== reference.role);
  return { ...recipe, references: [...others, reference].slice(-MAX_REFERENCES) };
}

/**
 * The recipe with a picture in a role: on its own model where that takes the role, else on the first one that does, of the
 * same engine if there is one – a start frame makes a video of a picture's recipe. What the new model does not take is left out.
 */
export function withPicture<M extends Model>(recipe: Recipe, assetId: string, role: ReferenceRole, models: readonly M[]): Recipe {
  const model = modelTaking(role, recipe, models);
  if (!model) return withReference(recipe, { assetId, role, weight: GUIDING_WEIGHT });
  // A frame is shown, and what a model works on is worked on, whole.
  const isWhole = model.capabilities.requiredReferences.includes(role) || role === "start-frame" || role === "end-frame";
  const base = isOn(model)(recipe) ? recipe : onModel({ ...recipe, references: [] }, model);
  return withReference(base, { assetId, role, weight: isWhole ? 1 : GUIDING_WEIGHT });
}

/** The recipe with several pictures, each doing something else as far as its model knows how; the person may change it. */
export function withPictures<M extends Model>(recipe: Recipe, assetIds: readonly string[], models: readonly M[]): Recipe {
  const { capabilities } = models.find((model) => isOn(model)(recipe)) ?? {};
  const known = MIXED_ROLES.filter((role) => capabilities?.referenceRoles.includes(role) ?? true);
  // What a reference of the recipe does already, another need not do first.
  const isTaken = (role: ReferenceRole) => recipe.references.some((reference) => reference.role === role);
  const roles = [...known.filter((role) => !isTaken(role)), ...known.filter(isTaken)];
  const last = known.at(-1) ?? capabilities?.referenceRoles[0] ?? "style";
  return assetIds.reduce(
    (mixed, assetId, at) => withReference(mixed, { assetId, role: roles[at] ?? last, weight: GUIDING_WEIGHT }),
    recipe,
  );
}

function modelTaking<M extends Model>(role: ReferenceRole, recipe: Recipe, models: readonly M[]): M | undefined {
  const taking = models.filter(({ capabilities }) => capabilities.referenceRoles.includes(role));
  return taking.find((model) => isOn(model)(recipe)) ?? taking.find(({ engineId }) => engineId === recipe.model.engineId) ?? taking[0];
}

const isOn =
  ({ engineId, capabilities }: Model) =>
  ({ model }: Recipe) =>
    model.engineId === engineId && model.modelId === capabilities.modelId;
