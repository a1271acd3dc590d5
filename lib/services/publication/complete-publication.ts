import { z } from "zod";
import type { StoredFile } from "@/lib/domain/asset/media";
import { AssetRights } from "@/lib/domain/asset/rights";
import { PublishedCredentials } from "@/lib/domain/publication/credentials";
import { Outline } from "@/lib/domain/publication/outline";
import { PublicationRecord } from "@/lib/domain/publication/record";
import type { WebhookData } from "@/lib/domain/webhook/fact";
import { Id } from "@/lib/domain/wire";
import { createAsset } from "../asset/create-asset";
import type { WebhookFact } from "../webhook/tell";
import { write } from "../write";
import { PublicationSettled } from "./publication-settled";
import { noSuchPublication } from "./publication-view";
import { linksTo } from "./signed-link";

const Stored = z.custom<StoredFile>((value) => typeof value === "object" && value !== null);

/** What endpoints are told once a published file can be taken. */
function released(facts: Omit<WebhookData<"publication.released">, "url" | "recordUrl">): WebhookFact {
  const base = `/publications/${facts.publicationId}`;
  return { kind: "publication.released", load: async () => ({ ...facts, url: `${base}/file`, recordUrl: `${base}/record` }) };
}

/** Gives a publication its file, once: the row's lock makes a second worker wait, and then find that it is late. */
export const completePublication = write({
  verb: "publication.complete",
  permission: "publication.publish",
  input: z.strictObject({
    publicationId: Id,
    fileName: z.string(),
    file: Stored,
    credentials: PublishedCredentials,
    manifestHash: z.string().nullable().meta({ description: "The manifest's blob, where it lies beside the file." }),
    looksLike: z.string().meta({ description: "How it looks: what the verify page finds it by." }),
    outline: Outline.nullable().meta({ description: "The same place by place: what the verify page tells a changed copy by." }),
    marks: z.string().meta({ description: "Whether our marks were embedded, or why not." }),
  }),
  output: z.strictObject({ assetId: Id }),
  async run({ tx, actor, now }, { publicationId, fileName, file, marks, credentials, manifestHash, looksLike, outline }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "id" = ${publicationId}::uuid FOR UPDATE`;
    const publication = await tx.publication.findFirst({
      where: { id: publicationId, workspaceId },
      include: { card: { select: { projectId: true } }, attempt: { select: { asset: { select: { rights: true } } } } },
    });
    if (!publication) throw noSuchPublication();
    if (publication.assetId || publication.withdrawnAt) throw new PublicationSettled(publicationId);
    const rights = AssetRights.parse(publication.attempt.asset.rights);
    const { id: assetId } = await createAsset(tx, {
      workspaceId,
      createdById: publication.publishedById,
      origin: "publication",
      fileName,
      rights,
      file,
    });
    // What it shows is said already: it is in the file.
    const { altText } = PublicationRecord.parse(publication.record);
    if (altText !== null) await tx.asset.update({ where: { id: assetId }, data: { altText } });
    const version = publication.version + 1;
    await tx.publication.update({
      where: { id: publicationId },
      data: {
        assetId,
        publishedHash: file.sha256,
        credentials,
        manifestHash,
        looksLike,
        ...(outline ? { outline } : {}),
        failedAt: null,
        failureReason: null,
        version,
      },
    });
    const { projectId } = publication.card;
    const links = linksTo({ workspaceId, publicationId, hasManifest: manifestHash !== null }, now);
    return {
      result: { assetId },
      audit: [
        {
          subjectKind: "publication",
          subjectId: publicationId,
          details: { assetId, publishedHash: file.sha256, marks, manifest: credentials.place },
        },
      ],
      events: [
        { kind: "publication", id: publicationId, version, projectId, act: "ready" },
        { kind: "asset", id: assetId, version: 0, act: "created" },
      ],
      tells: [released({ publicationId, cardId: publication.cardId, projectId, assetId, contentHash: file.sha256, links })],
    };
  },
});
