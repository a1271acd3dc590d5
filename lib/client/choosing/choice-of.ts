import type { Colour, Flag } from "@/lib/domain/selection/flags";

/** A judgement of one variant; what is absent stays. */
export interface ChoiceOf {
  readonly variantId: string;
  readonly flag?: Flag | undefined;
  readonly rating?: number | undefined;
  readonly colour?: Colour | undefined;
}
