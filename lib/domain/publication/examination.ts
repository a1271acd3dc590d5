import { z } from "zod";
import { Outline } from "./outline";

/** What a reader of C2PA manifests says of a file; only what we use of it. */
const ManifestStore = z.object({
  active_manifest: z.string().nullish(),
  validation_state: z.string().nullish(),
  validation_results: z
    .object({ activeManifest: z.object({ failure: z.array(z.object({ code: z.string() })).default([]) }).nullish() })
    .nullish(),
  manifests: z
    .record(
      z.string(),
      z.object({
        title: z.string().nullish(),
        claim_generator_info: z.array(z.object({ name: z.string() })).nullish(),
        ingredients: z.array(z.object({ title: z.string().nullish(), relationship: z.string().nullish() })).nullish(),
        assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).nullish(),
        signature_info: z.object({ issuer: z.string().nullish(), common_name: z.string().nullish() }).nullish(),
      }),
    )
    .default({}),
});

/**
 * `ours`: signed by this studio, and nothing was changed since. `other-signer`: nothing was changed since somebody else signed it, and
 * we cannot say whether to believe them. `tampered`: something was changed after it was signed. `unreadable`: there is one, and it is broken.
 */
export const MANIFEST_FINDINGS = ["none", "ours", "other-signer", "tampered", "unreadable"] as const;

export const ManifestFinding = z.strictObject({
  finding: z.enum(MANIFEST_FINDINGS),
  sentence: z.string(),
  /** Who signed, by their certificate; of a file that was tampered with, who claims to have. */
  signer: z.string().nullable(),
  title: z.string().nullable(),
  /** The program that made the manifest. */
  generator: z.string().nullable(),
  /** What it says happened to the file: `c2pa.created`, `c2pa.published` … */
  actions: z.array(z.string()),
  ingredients: z.array(z.strictObject({ title: z.string(), relationship: z.string() })),
  /** The publication it names; a claim unless the finding is `ours`. */
  publicationId: z.uuid().nullable(),
});
export type ManifestFinding = z.infer<typeof ManifestFinding>;

const nothing = () => ({ signer: null, title: null, generator: null, actions: [], ingredients: [], publicationId: null });
const MOST_LISTED = 50;
const MOST_LETTERS = 200;
const short = (text: string | null | undefined) => text?.slice(0, MOST_LETTERS) ?? null;

/** The file carries no manifest, or one that nobody can read. */
export function noManifest(isBroken: boolean): ManifestFinding {
  return isBroken
    ? { ...nothing(), finding: "unreadable", sentence: "There is a manifest in the file, and it is broken: it says nothing any more." }
    : { ...nothing(), finding: "none", sentence: "The file carries no manifest. Many programs drop it when they save a file again." };
}

/**
 * What a manifest is worth, in plain sentences.
 * @param store what the reader found, with our own certificate as the only one it trusts
 */
export function manifestFinding(store: unknown): ManifestFinding {
  const parsed = ManifestStore.safeParse(store);
  const manifest = parsed.success ? parsed.data.manifests[parsed.data.active_manifest ?? ""] : undefined;
  if (!parsed.success || !manifest) return noManifest(true);
  const { assertions, signature_info: signature, ingredients, claim_generator_info: generators, title } = manifest;
  const signer = short(signature?.common_name ?? signature?.issuer);
  const codes = parsed.data.validation_results?.activeManifest?.failure.map(({ code }) => code) ?? [];
  const said = judged(parsed.data.validation_state ?? "", codes, signer);
  return {
    ...said,
    signer,
    title: short(title),
    generator: short(generators?.[0]?.name),
    actions: (assertions ?? [])
      .filter(({ label }) => label.startsWith("c2pa.actions"))
      .flatMap(({ data }) => actionsIn(data))
      .slice(0, MOST_LISTED),
    ingredients: (ingredients ?? [])
      .slice(0, MOST_LISTED)
      .map((each) => ({ title: short(each.title) ?? "Untitled", relationship: short(each.relationship) ?? "" })),
    publicationId: publicationIn((assertions ?? []).find(({ label }) => label === "app.selects.publication")?.data),
  };
}

function judged(state: string, codes: readonly string[], signer: string | null): Pick<ManifestFinding, "finding" | "sentence"> {
  const name = signer ?? "somebody who is not named";
  if (state === "Trusted")
    return { finding: "ours", sentence: "The manifest is signed by this studio, and nothing in the file was changed since." };
  if (state === "Valid")
    return {
      finding: "other-signer",
      sentence: `Nothing in the file was changed since ${name} signed it. Whether to believe ${name} we cannot say: the certificate is none of ours.`,
    };
  const isContent = codes.some((code) => /(dataHash|bmffHash|boxesHash)\.mismatch/.test(code));
  return {
    finding: "tampered",
    sentence: isContent
      ? `The file was changed after ${name} signed it: what is in it is not what was signed.`
      : `The manifest itself was changed or damaged after ${name} signed it, so nothing it says counts.`,
  };
}

const Actions = z.object({ actions: z.array(z.object({ action: z.string() })) });
const actionsIn = (data: unknown) => Actions.safeParse(data).data?.actions.map(({ action }) => action.slice(0, MOST_LETTERS)) ?? [];
const Named = z.object({ publicationId: z.uuid() });
const publicationIn = (data: unknown) => Named.safeParse(data).data?.publicationId.toLowerCase() ?? null;

/** What is found by looking at a file alone, without the database. */
export const Examination = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteSize: z.int(),
  mimeType: z.string(),
  manifest: ManifestFinding,
  /** The publication our XMP in the file names; a claim, anybody can write it. */
  xmpPublicationId: z.uuid().nullable(),
  /** Whether it can be shown at all; of a film it is not tried. */
  isDamaged: z.boolean(),
  /** Twelve hexadecimal digits; null when none is hidden in it, or none was looked for. */
  invisibleId: z.string().nullable(),
  /** Sixteen hexadecimal digits; null for a film, and for what cannot be shown. */
  looksLike: z.string().nullable(),
  /** The same place by place; null where `looksLike` is. */
  outline: Outline.nullable(),
});
export type Examination = z.infer<typeof Examination>;
