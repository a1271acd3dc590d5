/** What a model is called on screen, from how a recipe names it. One that left the catalogue keeps its id. */
export type ModelName = (model: { readonly engineId?: string; readonly modelId: string }) => string;

/** Where nobody knows names. */
export const idOfModel: ModelName = ({ modelId }) => modelId;
