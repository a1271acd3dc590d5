import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id } from "../wire";
import { During, Outline, Part } from "./outline";

/** What can be wrong with a picture, as every workspace begins. A lead renames, hides and adds kinds: taxonomy.ts. */
export const DEFECT_KINDS = [
  "hands",
  "text",
  "logo",
  "artefact",
  "colour",
  "composition",
  "continuity",
  "brand",
  "rights",
  "safety",
  "other",
] as const;
export type BuiltInKind = (typeof DEFECT_KINDS)[number];

/** Most kinds a workspace has, built-in and its own. */
export const MAX_DEFECT_KINDS = 60;

/** A kind by its key: one of the built-in ones or one of the workspace's own. Keys never change and are never used again. */
export const DefectKind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "A kind of defect is written in small letters, digits and hyphens.")
  .meta({ description: "`hands`, `text`, `logo` … or a kind of the workspace's own: see GET /defect-kinds." });
export type DefectKind = z.infer<typeof DefectKind>;

/** From least to most severe. */
export const SEVERITIES = ["minor", "major", "critical"] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** A defect this card lives with: this kind, up to and including this severity. */
export const AcceptableDefect = z.strictObject({
  kind: DefectKind,
  maxSeverity: Severity,
  /** Why it is fine, or where it is: "only on the far bottle". */
  note: PlainText.max(500).default(""),
});
export type AcceptableDefect = z.infer<typeof AcceptableDefect>;

/** One line a kind: two lines about the same kind would contradict each other. */
function oneEach<Line extends z.ZodType<{ readonly kind: DefectKind }>>(line: Line) {
  return z
    .array(line)
    .max(MAX_DEFECT_KINDS)
    .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, "Each kind of defect is listed once.");
}

export const AcceptableDefects = oneEach(AcceptableDefect);
export type AcceptableDefects = z.infer<typeof AcceptableDefects>;

/** The same on a card, which may show what is meant by a picture. */
export const CardAcceptableDefect = AcceptableDefect.extend({ exampleAssetId: Id.nullable().default(null) });
export type CardAcceptableDefect = z.infer<typeof CardAcceptableDefect>;

export const CardAcceptableDefects = oneEach(CardAcceptableDefect);

/**
 * What a reviewer marks: a place on the picture, 0–1 from its left and top, so that it fits any rendition; what is drawn
 * from there, if anything; and on a video when.
 */
export const DefectMark = z.strictObject({
  kind: DefectKind,
  severity: Severity,
  note: PlainText.max(2_000).default(""),
  x: Part,
  y: Part,
  outline: Outline.nullable().default(null),
  during: During.nullable().default(null),
});
export type DefectMark = z.infer<typeof DefectMark>;

/** A lead's word that this defect may pass, and why. */
export const Waiver = z.strictObject({ waivedById: Id, reason: z.string().min(1) });
export type Waiver = z.infer<typeof Waiver>;

/** A defect found on an attempt. */
export interface Defect extends DefectMark {
  readonly id: string;
  readonly foundById: string;
  readonly waiver: Waiver | null;
  /** The defect of an earlier attempt that was still there; null for one that was found here. */
  readonly carriedFromId: string | null;
  /** The later attempt that mended it, and who said so. */
  readonly fixed: { readonly attemptId: string; readonly byId: string } | null;
}

export function isAcceptable(defect: Pick<DefectMark, "kind" | "severity">, list: readonly AcceptableDefect[]): boolean {
  const allowed = list.find(({ kind }) => kind === defect.kind);
  return allowed !== undefined && SEVERITIES.indexOf(defect.severity) <= SEVERITIES.indexOf(allowed.maxSeverity);
}

/** What stands between an attempt and its approval: defects outside the acceptable list that no lead has waived. */
export function openDefects(defects: readonly Defect[], list: readonly AcceptableDefect[]): readonly Defect[] {
  return defects.filter((defect) => defect.waiver === null && !isAcceptable(defect, list));
}
