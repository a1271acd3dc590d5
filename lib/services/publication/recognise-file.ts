import { z } from "zod";
import { Examination } from "@/lib/domain/publication/examination";
import { MOST_DISTANCE } from "@/lib/domain/publication/likeness";
import { Outline } from "@/lib/domain/publication/outline";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { type RecognisedPublication, recognitions, surestFirst, Verification, verdictOn } from "@/lib/domain/publication/verification";
import { read } from "../read";
import { publicationInclude, publicationView } from "./publication-view";

/** Publications that look alike, at most. */
const MOST_ALIKE = 8;

/** What we know of a file by what was found in it: which publications it may be, and what to say of it. Nothing is written. */
export const recogniseFile = read({
  verb: "publication.recognise",
  permission: "workspace.read",
  input: z.strictObject({ file: Examination }),
  output: Verification,
  async run({ db, actor }, { file }) {
    const { workspaceId } = actor;
    const named = [file.manifest.publicationId, file.xmpPublicationId].flatMap((id) => id ?? []);
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Publication"
      WHERE "workspaceId" = ${workspaceId}::uuid AND (
        "publishedHash" = ${file.sha256} OR "sourceHash" = ${file.sha256} OR "id"::text = ANY(${named})
        OR "record"->>'invisibleId' = ${file.invisibleId}
        OR bit_count(('x' || "looksLike")::bit(64) # ('x' || ${file.looksLike}::text)::bit(64)) <= ${MOST_DISTANCE})
      ORDER BY ("publishedHash" = ${file.sha256}) DESC NULLS LAST,
        bit_count(('x' || "looksLike")::bit(64) # ('x' || ${file.looksLike}::text)::bit(64)) NULLS LAST, "id" DESC
      LIMIT ${MOST_ALIKE}`;
    const found = await db.publication.findMany({
      where: { workspaceId, id: { in: rows.map(({ id }) => id) } },
      include: publicationInclude,
    });
    const publications = found.flatMap((row): RecognisedPublication[] => {
      const { invisibleId } = PublicationRecord.parse(row.record);
      const known = recognitions(file, { ...row, outline: Outline.nullable().parse(row.outline), invisibleId });
      if (known.by.length === 0) return [];
      const { id: publicationId, cardTitle, state, publishedAt, withdrawnAt, assetId, sourceAssetId } = publicationView(row);
      return [{ publicationId, cardTitle, state, publishedAt, withdrawnAt, assetId: assetId ?? sourceAssetId, ...known }];
    });
    publications.sort(surestFirst);
    return { ...verdictOn(file, publications), file, publications };
  },
});
