/** Why a model of a provider cannot be run now, in a sentence; null when it can. */
export function whyNotRun(model: {
  readonly engineName: string;
  readonly modelName: string;
  readonly isConnected: boolean;
  readonly isPriced: boolean;
}): string | null {
  if (!model.isConnected) return `${model.engineName} is not connected. An admin can connect it.`;
  return model.isPriced ? null : `The price of ${model.modelName} is not known. A lead can enter it.`;
}
