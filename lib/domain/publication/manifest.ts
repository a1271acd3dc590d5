import { digitalSourceUri } from "./digital-source";
import type { PublicationRecord } from "./record";

/** What a manifest is built from beside the record. */
export interface ManifestFacts {
  readonly record: PublicationRecord;
  /** What the deliverable is called. */
  readonly title: string;
  /** The program that signs. */
  readonly generator: { readonly name: string; readonly version: string };
  /** Whether the approved file carries a manifest of its own: then ours continues it. */
  readonly continues: boolean;
  /** Whether an invisible id was hidden in its pixels. */
  readonly isMarked: boolean;
  /** Whether the record's visible label was drawn into it. */
  readonly isLabelled: boolean;
}

/** A file the published one was made of, as C2PA names it. `sha256` tells which bytes it is. */
export interface ManifestIngredient {
  readonly sha256: string;
  readonly json: {
    readonly title: string;
    readonly relationship: "parentOf" | "inputTo";
    readonly instance_id: string;
  };
}

export const PUBLICATION_ASSERTION = "app.selects.publication";

/**
 * What we sign about a release, as C2PA 2 has it: how the file came to be, what it was made of, what viewers are told and which publication
 * it belongs to. Names of people, prompts and names of files stay in the record: whoever gets the file reads this.
 */
export function manifestOf(facts: ManifestFacts): { readonly definition: object; readonly ingredients: readonly ManifestIngredient[] } {
  const { record, title, generator } = facts;
  const { making, digitalSourceType } = record;
  const isMadeHere = making !== null && digitalSourceType !== null && !facts.continues;
  const parent: ManifestIngredient = {
    sha256: record.source.sha256,
    json: { title: "The approved file", relationship: "parentOf", instance_id: `xmp:iid:${record.source.assetId}` },
  };
  const inputs = (making?.references ?? []).map(
    ({ sha256, role, assetId }, index): ManifestIngredient => ({
      sha256,
      json: { title: `Reference (${role})`, relationship: "inputTo", instance_id: `xmp:iid:${assetId}-${index}` },
    }),
  );
  const ingredientIds = inputs.map(({ json }) => json.instance_id);
  const usesInputs = ingredientIds.length > 0 ? { parameters: { ingredientIds } } : {};
  const softwareAgent = making && { name: `${making.engine.engineId} ${making.engine.modelId}`, version: making.engine.revision };
  const how = {
    ...(softwareAgent ? { softwareAgent } : {}),
    ...(digitalSourceType ? { digitalSourceType: digitalSourceUri(digitalSourceType) } : {}),
  };
  const began = isMadeHere
    ? [{ action: "c2pa.created", ...how, ...usesInputs }]
    : [
        { action: "c2pa.opened", parameters: { ingredientIds: [parent.json.instance_id] } },
        ...(making ? [{ action: "c2pa.edited", ...how, ...usesInputs }] : []),
      ];
  const label = facts.isLabelled ? record.visibleLabel : null;
  const labelled = label ? [{ action: "c2pa.edited", description: `The label “${label.text}” was drawn at the ${label.corner}.` }] : [];
  const hidden = facts.isMarked ? [{ action: "c2pa.watermarked.unbound" }] : [];
  return {
    definition: {
      claim_version: 2,
      title,
      claim_generator_info: [generator],
      assertions: [
        {
          label: "c2pa.actions.v2",
          data: { actions: [...began, ...labelled, ...hidden, { action: "c2pa.published", when: record.published.at }] },
        },
        ...disclosureOf(record),
        {
          label: PUBLICATION_ASSERTION,
          data: {
            publicationId: record.publicationId,
            disclosure: record.disclosure.kind,
            sourceHash: `sha256:${record.source.sha256}`,
          },
        },
      ],
    },
    ingredients: isMadeHere ? inputs : [parent, ...inputs],
  };
}

/** C2PA's own words for it: said of what a trained model made, and of whatever somebody decided to disclose. */
function disclosureOf({ disclosure, digitalSourceType, making }: PublicationRecord): readonly object[] {
  const isTrained = digitalSourceType === "trainedAlgorithmicMedia" || digitalSourceType === "compositeWithTrainedAlgorithmicMedia";
  if (!isTrained && disclosure.kind === "none") return [];
  const model = making && { modelName: making.engine.modelId, modelIdentifier: `${making.engine.modelId}@${making.engine.revision}` };
  return [
    {
      label: "c2pa.ai-disclosure",
      // Nothing is published that a person has not approved.
      data: { modelType: "c2pa.types.model", ...(model ?? {}), contentProfile: { humanOversightLevel: "human_validated" } },
    },
  ];
}
