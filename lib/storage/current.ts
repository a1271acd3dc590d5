import { env } from "@/lib/env";
import type { BlobStore } from "./blob-store";
import { localBlobStore } from "./local";

// Next loads a module once per bundle; one store per process is enough.
const shared = globalThis as typeof globalThis & { selectsBlobs?: BlobStore };

/** The blob store of this process. Nothing is opened or made before the first use of it. */
export function blobStore(): BlobStore {
  shared.selectsBlobs ??= localBlobStore(env().blobDir);
  return shared.selectsBlobs;
}
