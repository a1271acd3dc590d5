import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { AppError } from "@/lib/domain/errors";
import { changed, type PatternChange, refusalOfChange } from "@/lib/domain/pattern/free-control";
import { fill, type PatternValues, refusalOfValues, Template } from "@/lib/domain/pattern/template";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { type Recipe, ReferenceRole } from "@/lib/domain/prompt/recipe";
import { modelNameOf } from "@/lib/engines/catalogue";
import { usableModel } from "../engine/usable-models";
import { requireUser } from "../library/curated-shelf";

/** What somebody gives a version: values for its variables, and what it leaves free set otherwise. */
export type Filling = PatternChange & { readonly versionId: string; readonly values: PatternValues };

/** The recipe a version gives, and the model it asks; undefined where that is not to be had here. */
export interface FilledVersion {
  readonly version: Awaited<ReturnType<typeof usedVersion>>;
  readonly recipe: Recipe;
  readonly model: CatalogueModel | undefined;
}

/**
 * The recipe of a pattern version with these values, for somebody who may use its shelf. Nothing is written.
 * @throws AppError `NOT_FOUND`, `FORBIDDEN`, `BAD_INPUT` for values it does not take, `REFUSED` for what it locks
 */
export async function filledVersion(db: Database, actor: Actor, { versionId, values, ...change }: Filling): Promise<FilledVersion> {
  const { workspaceId } = actor;
  const version = await usedVersion(db, workspaceId, versionId);
  requireUser(actor, version.pattern.library);
  const { template } = version;
  const refusal = refusalOfValues(template, values);
  if (refusal) throw new AppError("BAD_INPUT", refusal);
  const lock = refusalOfChange(template, change, modelNameOf);
  if (lock) throw new AppError("REFUSED", lock);
  const isOther = change.model && (change.model.engineId !== template.model.engineId || change.model.modelId !== template.model.modelId);
  const asked = change.model ?? template.model;
  const model = await usableModel(db, workspaceId, asked.engineId, asked.modelId);
  if (isOther && !model) throw new AppError("REFUSED", `${change.model?.modelId} is not connected here. Use the pattern's own model.`);
  const filled = changed(fill(template, version.references, values), change, isOther ? model : undefined);
  // A version outlives its model's revisions: it runs on the one there is, and the prompt says which.
  return { version, recipe: onCurrentRevision(filled, model ? [model] : []), model };
}

/** A version with the pattern it is of and the shelf that is on. @throws AppError `NOT_FOUND` */
export async function usedVersion(db: Database, workspaceId: string, versionId: string) {
  const version = await db.patternVersion.findFirst({
    where: { id: versionId, pattern: { workspaceId } },
    include: {
      references: { orderBy: { position: "asc" } },
      pattern: { select: { id: true, name: true, version: true, library: { select: { name: true, access: true } } } },
    },
  });
  if (!version) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
  const references = version.references.map(({ assetId, role, weight }) => ({ assetId, role: ReferenceRole.parse(role), weight }));
  return { number: version.number, pattern: version.pattern, template: Template.parse(version.template), references };
}
