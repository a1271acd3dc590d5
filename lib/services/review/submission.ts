import { v7 as newId } from "uuid";
import type { Database } from "@/lib/db/client";
import type { Role } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { Submission } from "@/lib/domain/review/submit-attempt";
import type { Job } from "@/lib/jobs/contracts";
import { draftOf } from "../run/draft-of";

/** A program looks at what stands before a publication: early, so that the answer is there when somebody asks to publish it. */
export const lookAt = (workspaceId: string, { assetId }: { readonly assetId: string }): Job => ({
  name: "asset.look",
  payload: { workspaceId, assetId },
});

/** What is sent: a variant, or any asset of the workspace. */
export type Sent = { readonly variantId: string } | { readonly assetId: string };

/** Reads the two optional fields of an input as one choice. */
export function sentOf(variantId: string | undefined, assetId: string | undefined): Sent {
  if (variantId !== undefined && assetId === undefined) return { variantId };
  if (assetId !== undefined && variantId === undefined) return { assetId };
  throw new AppError("BAD_INPUT", "Send a variant or an asset, and only one of them.");
}

/**
 * The facts of what is submitted. A file that has the very bytes of a variant counts as that variant, however it came
 * here: downloading a draft and uploading it again does not make it final.
 */
export async function loadSubmission(
  db: Database,
  workspaceId: string,
  sent: Sent,
  by: { readonly memberId: string; readonly role: Role | null; readonly note: string },
): Promise<Submission> {
  const assetId = "assetId" in sent ? sent.assetId : await assetOfVariant(db, workspaceId, sent.variantId);
  const asset = await db.asset.findFirst({
    where: { id: assetId, workspaceId, deletedAt: null },
    select: { id: true, sha256: true, kind: true },
  });
  if (!asset) throw new AppError("NOT_FOUND", "This asset does not exist.");
  if (asset.kind === "session") throw new AppError("REFUSED", "The record of a session is no picture and cannot be sent to review.");
  const variant = await db.variant.findFirst({
    where: { workspaceId, ...("variantId" in sent ? { id: sent.variantId } : { contentHash: asset.sha256 }) },
    orderBy: { id: "desc" },
    select: { id: true, run: { select: { quality: true, engineId: true, finalOf: { select: { flag: true } } } } },
  });
  return {
    id: newId(),
    assetId: asset.id,
    variantId: variant?.id ?? null,
    contentHash: asset.sha256,
    options: [{ assetId: asset.id, variantId: variant?.id ?? null, contentHash: asset.sha256 }],
    note: by.note,
    submittedById: by.memberId,
    role: by.role,
    run: variant
      ? {
          quality: Quality.parse(variant.run.quality),
          engineId: variant.run.engineId,
          draft: draftOf(variant.run.finalOf),
        }
      : null,
  };
}

async function assetOfVariant(db: Database, workspaceId: string, variantId: string): Promise<string> {
  const variant = await db.variant.findFirst({ where: { id: variantId, workspaceId }, select: { assetId: true } });
  if (!variant) throw new AppError("NOT_FOUND", "This variant does not exist.");
  return variant.assetId;
}
