import { z } from "zod";
import { type AssetRights, areRightsExpired } from "../asset/rights";
import { Id } from "../wire";

/**
 * How a picture stands to the file that is published. `itself`: the file. `reference`: a reference of the prompt that
 * made it. `inherited`: it went into a picture that went in, however far back. `earlier`: a reference of an earlier
 * prompt on the path that was dropped on the way, so nothing of it is in the file.
 */
export const SourceWay = z.enum(["itself", "reference", "inherited", "earlier"]);
export type SourceWay = z.infer<typeof SourceWay>;

/** A picture behind a publication, with what is known of its rights. */
export interface SourcePicture {
  readonly assetId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly origin: "upload" | "import" | "output" | "publication";
  readonly way: SourceWay;
  readonly rights: AssetRights;
}

/** Something to know before publishing that does not forbid it. */
export const PublishWarning = z.strictObject({
  kind: z.enum(["consent_unknown", "licence_unknown", "consent_refused_earlier", "rights_expired_earlier"]),
  /** The picture it is about. */
  assetId: Id,
  sentence: z.string(),
});
export type PublishWarning = z.infer<typeof PublishWarning>;

export function wentIn(pictures: readonly SourcePicture[]): readonly SourcePicture[] {
  return pictures.filter(({ way }) => way !== "earlier");
}

/**
 * What nobody has said about the rights to the pictures behind a publication. What the studio itself made needs nothing
 * said: the pictures it was made from stand in the list on their own.
 */
export function publishWarnings(pictures: readonly SourcePicture[], now: Date): readonly PublishWarning[] {
  return pictures.flatMap((picture) => {
    if (picture.way === "earlier") return earlierWarnings(picture, now);
    return picture.origin === "upload" || picture.origin === "import" ? unknownRights(picture) : [];
  });
}

function unknownRights({ assetId, fileName, rights }: SourcePicture): PublishWarning[] {
  const warnings: PublishWarning[] = [];
  if (rights.consent === "unknown")
    warnings.push({ kind: "consent_unknown", assetId, sentence: `Nobody has said whether the people shown in “${fileName}” agree.` });
  if (rights.licence === "")
    warnings.push({ kind: "licence_unknown", assetId, sentence: `Nobody has said under which licence “${fileName}” may be used.` });
  return warnings;
}

function earlierWarnings({ assetId, fileName, rights }: SourcePicture, now: Date): PublishWarning[] {
  const before = `“${fileName}” guided an earlier step and was dropped since`;
  if (rights.consent === "refused")
    return [{ kind: "consent_refused_earlier", assetId, sentence: `${before}; somebody shown in it has not agreed.` }];
  if (areRightsExpired(rights, now))
    return [{ kind: "rights_expired_earlier", assetId, sentence: `${before}; the rights to it have expired.` }];
  return [];
}
