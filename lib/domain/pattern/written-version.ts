import { z } from "zod";
import { MAX_REFERENCES, Reference } from "../prompt/recipe";
import { Template } from "./template";

/** What a version says: its template, and the references that are always there. */
export interface VersionContents {
  readonly template: Template;
  readonly references: readonly Reference[];
}

const places = ({ template, references }: VersionContents) =>
  references.length + template.variables.filter(({ type }) => type.kind === "reference").length;

/** A version's contents as a person sends them. The references that are variables need room too. */
export const WrittenVersion = z
  .strictObject({ template: Template, references: z.array(Reference).max(MAX_REFERENCES) })
  .refine(
    (version) => places(version) <= MAX_REFERENCES,
    `A recipe has at most ${MAX_REFERENCES} references, those that are variables among them.`,
  );

/** The same with a note: why it was made, or what it changes. */
export const VersionDraft = WrittenVersion.safeExtend({ note: z.string().max(2_000) });
export type VersionDraft = z.infer<typeof VersionDraft>;
