import { z } from "zod";
import { Id, Instant } from "../wire";
import { Examination } from "./examination";
import { hashDistance, type Likeness, likenessOf } from "./likeness";
import { changeBetween, changeSentence, type Outline } from "./outline";

/** How a publication was recognised, the surest first. */
export const RECOGNITIONS = ["same-bytes", "approved-bytes", "manifest", "invisible-id", "xmp", "likeness"] as const;
export const Recognition = z.enum(RECOGNITIONS);
export type Recognition = z.infer<typeof Recognition>;

export const RecognisedPublication = z.strictObject({
  publicationId: Id,
  cardTitle: z.string(),
  state: z.enum(["writing", "ready", "failed", "withdrawn"]),
  publishedAt: Instant,
  withdrawnAt: Instant.nullable(),
  /** A picture of it, at `/assets/<assetId>/thumb`. */
  assetId: Id,
  by: z.array(Recognition).min(1),
  /** Bits of 64 in which they look different, and what that means; null when they do not look alike or it is a film. */
  distance: z.int().nullable(),
  likeness: z.enum(["very alike", "alike", "somewhat alike"]).nullable(),
  /** Whether it shows what was published, as a sentence; null where that is proved, and of a film. */
  shows: z.string().nullable(),
  /** Whether it is known to show something else. */
  isChanged: z.boolean(),
});
export type RecognisedPublication = z.infer<typeof RecognisedPublication>;

/** What we know of a file somebody brought. Nothing of it is kept. */
export const Verification = z.strictObject({
  /** The answer in one sentence. */
  verdict: z.string(),
  tone: z.enum(["ok", "warn", "bad", "neutral"]),
  file: Examination,
  /** The surest first. */
  publications: z.array(RecognisedPublication),
});
export type Verification = z.infer<typeof Verification>;

/** A publication as the database has it. */
export interface KnownPublication {
  readonly id: string;
  readonly sourceHash: string;
  readonly publishedHash: string | null;
  readonly looksLike: string | null;
  readonly outline: Outline | null;
  /** The id that was hidden in its pixels; null when none was. */
  readonly invisibleId: string | null;
}

/** By what this file is known as that publication – empty when it is not – and whether it shows the same. */
export function recognitions(
  file: Examination,
  publication: KnownPublication,
): Pick<RecognisedPublication, "by" | "distance" | "likeness" | "shows" | "isChanged"> {
  const distance = file.looksLike && publication.looksLike ? hashDistance(file.looksLike, publication.looksLike) : null;
  const likeness = distance === null ? null : likenessOf(distance);
  const holds: Readonly<Record<Recognition, boolean>> = {
    "same-bytes": file.sha256 === publication.publishedHash,
    "approved-bytes": file.sha256 === publication.sourceHash,
    manifest: file.manifest.publicationId === publication.id && file.manifest.finding === "ours",
    "invisible-id": file.invisibleId !== null && file.invisibleId === publication.invisibleId,
    xmp: file.xmpPublicationId === publication.id || file.manifest.publicationId === publication.id,
    likeness: likeness !== null,
  };
  const by = RECOGNITIONS.filter((each) => holds[each]);
  const isProved = by.some((each) => PROOFS.has(each));
  const change = file.outline && publication.outline ? changeBetween(publication.outline, file.outline) : null;
  return {
    by,
    distance: likeness === null ? null : distance,
    likeness,
    shows: isProved || file.looksLike === null ? null : changeSentence(change),
    isChanged: !isProved && change?.kind === "parts",
  };
}

/** These say that every byte is as it was. */
const PROOFS: ReadonlySet<Recognition> = new Set(["same-bytes", "approved-bytes", "manifest"]);

const LIKE = {
  "very alike": "very much like",
  alike: "like",
  "somewhat alike": "somewhat like",
} as const satisfies Record<Likeness, string>;

/** The surest first; of equals the one that looks more alike. */
export function surestFirst(a: RecognisedPublication, b: RecognisedPublication): number {
  const rank = ({ by }: RecognisedPublication) => Math.min(...by.map((each) => RECOGNITIONS.indexOf(each)));
  return rank(a) - rank(b) || (a.distance ?? 64) - (b.distance ?? 64);
}

/** What to say first. */
export function verdictOn(
  { manifest }: Examination,
  publications: readonly RecognisedPublication[],
): Pick<Verification, "verdict" | "tone"> {
  const [best] = publications;
  const knows = (by: Recognition) => best?.by.includes(by) === true;
  const name = best ? `“${best.cardTitle}”` : "";
  const gone = best?.state === "withdrawn" ? " That publication was withdrawn since." : "";
  const says = (tone: Verification["tone"], verdict: string) => ({
    tone: gone && tone === "ok" ? ("warn" as const) : tone,
    verdict: `${verdict}${gone}`,
  });
  if (knows("same-bytes")) return says("ok", `This is exactly the file that was published as ${name}.`);
  if (manifest.finding === "tampered") return says("bad", tampered(manifest.publicationId, publications));
  if (knows("approved-bytes")) return says("ok", `This is the file that was approved for ${name}, as it was before it was published.`);
  if (knows("manifest")) return says("ok", `This studio signed it as ${name}, and nothing was changed since.`);
  if (best && knows("invisible-id")) {
    const from = `This was made from what was published as ${name}: ${LEFT_OF[manifest.finding]}, and its invisible id is still there.`;
    return says(best.isChanged ? "bad" : "warn", [from, best.shows].filter(Boolean).join(" "));
  }
  if (knows("xmp")) {
    const bare = manifest.finding === "none" ? "It carries no manifest, and" : "It is not the published file, and";
    return says("warn", `The file says that it is ${name}. ${bare} nothing proves what it says.`);
  }
  if (best?.likeness) return says("warn", `It looks ${LIKE[best.likeness]} ${name}. That is a likeness and no proof.`);
  if (manifest.finding === "ours")
    return { tone: "neutral", verdict: "This studio signed it and nothing was changed since; it is no publication of this workspace." };
  if (manifest.finding === "other-signer")
    return { tone: "neutral", verdict: "This studio did not publish it, as far as we can tell. Somebody else signed it." };
  return { tone: "neutral", verdict: "Nothing says that this studio published it. That does not prove that it did not." };
}

/** What became of our manifest in a file that is known by its invisible id. */
const LEFT_OF = {
  none: "its manifest is gone",
  unreadable: "its manifest is broken",
  "other-signer": "somebody else signed it since",
  // Said before: these have answers of their own.
  ours: "it is signed by this studio",
  tampered: "it was changed after it was signed",
} as const satisfies Record<Examination["manifest"]["finding"], string>;

/** A file that is not what was signed: whose manifest it carries, and which publication it is known as all the same. */
function tampered(signedForId: string | null, publications: readonly RecognisedPublication[]): string {
  const [best] = publications;
  const signedFor = publications.find(({ publicationId }) => publicationId === signedForId);
  const isAnothers = best !== undefined && signedFor !== undefined && signedFor !== best;
  const what = isAnothers
    ? `The manifest in this file belongs to “${signedFor.cardTitle}”, and the rest of it does not.`
    : "This file was changed after it was signed.";
  return best ? `${what} ${knownStill(best)}` : what;
}

function knownStill({ by, likeness, cardTitle, shows }: RecognisedPublication): string {
  if (by.includes("approved-bytes")) return `It is byte for byte the file that was approved for “${cardTitle}”.`;
  if (by.includes("invisible-id")) return [`By its invisible id it was made from “${cardTitle}”.`, shows].filter(Boolean).join(" ");
  return likeness ? `It looks ${LIKE[likeness]} “${cardTitle}”.` : `It names “${cardTitle}”, which proves nothing.`;
}
