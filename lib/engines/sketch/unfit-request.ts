/** The request is at fault, not the engine. The message is a sentence for the person who asked. */
export class UnfitRequest extends Error {
  override readonly name: string = "UnfitRequest";
}
