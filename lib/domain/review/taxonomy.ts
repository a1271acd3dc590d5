import { z } from "zod";
import type { ErrorCode } from "../errors";
import { PlainText } from "../prompt/recipe";
import { Version } from "../wire";
import { type BuiltInKind, DEFECT_KINDS, DefectKind, MAX_DEFECT_KINDS } from "./defect";
import { DEFECT_WORDS } from "./defect-words";

export const KindLabel = PlainText.trim().min(1, "A kind of defect needs a name.").max(40);
export const KindHint = PlainText.trim().max(120);

/** A kind of defect as a workspace has it. */
export const KindView = z.strictObject({
  kind: DefectKind,
  label: z.string(),
  /** What it is seen by. */
  hint: z.string(),
  /** No longer offered; what was marked so stays. */
  isHidden: z.boolean(),
  isBuiltIn: z.boolean(),
  /** 0: as the studio has it. */
  version: Version,
});
export type KindView = z.infer<typeof KindView>;

/** What a lead made of a kind. */
export type KindRow = Omit<KindView, "isBuiltIn">;

export const isBuiltIn = (kind: string): kind is BuiltInKind => (DEFECT_KINDS as readonly string[]).includes(kind);

/** The kinds of a workspace: the built-in ones in their order, then its own as they were added, and last what is none of them. */
export function taxonomyOf(rows: readonly KindRow[]): readonly KindView[] {
  const made = new Map(rows.map((row) => [row.kind, row]));
  const builtIn = DEFECT_KINDS.map((kind): KindView => {
    const row = made.get(kind) ?? { kind, ...DEFECT_WORDS[kind], isHidden: false, version: 0 };
    return { ...row, isBuiltIn: true };
  });
  const own = rows.filter(({ kind }) => !isBuiltIn(kind)).map((row): KindView => ({ ...row, isBuiltIn: false }));
  const isRest = ({ kind }: KindView) => kind === "other";
  return [...builtIn.filter((kind) => !isRest(kind)), ...own, ...builtIn.filter(isRest)];
}

/** Why the kinds stay as they are. */
export const TAXONOMY_REFUSALS = {
  same_name: { code: "CONFLICT", sentence: "Another kind of defect has this name." },
  too_many: { code: "REFUSED", sentence: `A workspace has at most ${MAX_DEFECT_KINDS} kinds of defects; rename one that is not used.` },
  other_stays: { code: "REFUSED", sentence: "This kind stays: it is for what none of the others says." },
} as const satisfies Record<string, { readonly code: ErrorCode; readonly sentence: string }>;
export type TaxonomyRefusal = keyof typeof TAXONOMY_REFUSALS;

const fold = (text: string) => text.trim().toLocaleLowerCase("en");

/** A name tells a kind from every other one, hidden ones too: they can come back. */
const isTaken = (kinds: readonly KindView[], label: string, but: string | null) =>
  kinds.some((other) => other.kind !== but && fold(other.label) === fold(label));

/** The key of a new kind: its name in letters and digits, told apart by a number where it is used already. */
export function addKind(kinds: readonly KindView[], label: string): { readonly kind: string } | TaxonomyRefusal {
  if (kinds.length >= MAX_DEFECT_KINDS) return "too_many";
  if (isTaken(kinds, label, null)) return "same_name";
  const plain = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^[-0-9]+|-+$/gu, "");
  const key = plain.slice(0, 32).replace(/-+$/u, "") || "kind";
  const isUsed = (candidate: string) => kinds.some(({ kind }) => kind === candidate);
  let candidate = key;
  for (let number = 2; isUsed(candidate); number += 1) candidate = `${key}-${number}`;
  return { kind: candidate };
}

/** Renames, explains, hides or shows a kind; null when that may be. */
export function whyNotChange(
  kinds: readonly KindView[],
  kind: string,
  change: { readonly label?: string | undefined; readonly isHidden?: boolean | undefined },
): TaxonomyRefusal | null {
  if (kind === "other" && change.isHidden) return "other_stays";
  return change.label !== undefined && isTaken(kinds, change.label, kind) ? "same_name" : null;
}

/** How a kind is called. A kind nobody knows – from another workspace's pattern – is called by its key. */
export function labelOf(kinds: readonly Pick<KindView, "kind" | "label">[], kind: string): string {
  return kinds.find((known) => known.kind === kind)?.label ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
}
