import { UnfitRequest } from "../unfit-request";

/** A request that cannot be edited as asked. The message is a sentence for the person who asked. */
export class EditRefusal extends UnfitRequest {
  override readonly name = "EditRefusal";
}
