import { z } from "zod";
import type { Template } from "../pattern/template";
import type { ReferenceRole } from "../prompt/recipe";

/** What pictures are measured away from: the version's references of manner, or, when it has none, the picture it was promoted from. */
export const DriftFrom = z.enum(["references", "promoted"]);
export type DriftFrom = z.infer<typeof DriftFrom>;

/** Roles that say how a picture looks; the others say what it shows. */
export const MANNER_ROLES = ["style", "mood"] as const satisfies readonly ReferenceRole[];

const isManner = (role: string) => MANNER_ROLES.some((one) => one === role);

/** @param references the version's own; a variable may bring one, too */
export function driftFrom({ variables }: Pick<Template, "variables">, references: readonly { readonly role: string }[]): DriftFrom {
  const brings = variables.some(({ type }) => type.kind === "reference" && isManner(type.role));
  return brings || references.some(({ role }) => isManner(role)) ? "references" : "promoted";
}

/** "the references", after "away from". */
export const DRIFT_FROM_WORDS = {
  references: "the references",
  promoted: "the promoted picture",
} as const satisfies Record<DriftFrom, string>;
