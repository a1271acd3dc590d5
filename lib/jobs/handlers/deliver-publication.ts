import { createHash } from "node:crypto";
import { deliveryOutcome, objectAddress } from "@/lib/domain/delivery/target";
import type { Lookup } from "@/lib/engines/http/public-lookup";
import { beginPublicationDelivery, type Parcel, settlePublicationDelivery } from "@/lib/services/delivery/try-delivery";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putObject } from "../put-object";

const TIMEOUT_MS = 10 * 60_000;

export interface DeliverPublicationTools {
  readonly blobs: BlobStore;
  readonly isPrivateAllowed: boolean;
  readonly timeoutMs?: number;
  readonly lookup?: Lookup;
}

interface Piece {
  readonly key: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly byteSize: number;
  open(): Promise<ReadableStream<Uint8Array>>;
}

/**
 * One try to put a publication into a bucket: the file, its record, and the manifest where it lies beside the file. Killed anywhere it is
 * made again: the same names get the same bytes, so that a repetition changes nothing.
 */
export async function deliverPublication(
  job: { workspaceId: string; deliveryId: string },
  signal: AbortSignal,
  tools: DeliverPublicationTools,
): Promise<void> {
  const { workspaceId, deliveryId } = job;
  const parcel = await beginPublicationDelivery(workspaceId, deliveryId);
  if (!parcel) return;
  const said = await putAll(parcel, signal, tools);
  // A worker that stops leaves the try to the next one: it was not the store's fault.
  signal.throwIfAborted();
  await settlePublicationDelivery(workspaceId, deliveryId, { ...said, tries: parcel.tries, random: Math.random() }, new Date());
}

async function putAll(parcel: Parcel, signal: AbortSignal, { blobs, timeoutMs = TIMEOUT_MS, ...network }: DeliverPublicationTools) {
  const { target } = parcel;
  try {
    const secretKey = parcel.secretKey();
    let said = { code: 0, answer: "" };
    for (const { key, ...piece } of await piecesOf(parcel, blobs)) {
      const url = objectAddress(target, key);
      const { region, accessKeyId } = target;
      said = await putObject({ url, region, accessKeyId, secretKey, ...piece, now: new Date(), signal, timeoutMs, ...network });
      if (deliveryOutcome(said.code) !== "delivered") return { code: said.code, answer: `${said.code} ${said.answer}`.trim() };
    }
    return { code: said.code, answer: `${said.code} ${said.answer}`.trim() };
  } catch (error) {
    return { code: null, answer: error instanceof Error ? error.message : String(error) };
  }
}

async function piecesOf({ objectKey, file, manifestHash, record }: Parcel, blobs: BlobStore): Promise<readonly Piece[]> {
  const stored = async (key: string, mimeType: string, sha256: string, byteSize: number | null): Promise<Piece> => ({
    key,
    mimeType,
    sha256,
    byteSize: byteSize ?? (await blobs.size(sha256)) ?? 0,
    open: () => blobs.open(sha256),
  });
  const said = Buffer.from(JSON.stringify(record, null, 2));
  return [
    await stored(objectKey, file.mimeType, file.sha256, file.byteSize),
    ...(manifestHash === null ? [] : [await stored(`${objectKey}.c2pa`, "application/c2pa", manifestHash, null)]),
    {
      key: `${objectKey}.record.json`,
      mimeType: "application/json",
      sha256: createHash("sha256").update(said).digest("hex"),
      byteSize: said.byteLength,
      open: async () => new Blob([said]).stream(),
    },
  ];
}
