import type { CheckedUpload, UploadResult } from "@/lib/domain/asset/upload";

/** Uploads of this browser that the studio still looks at: they outlive the page, so that their end is told whoever waited. */
export interface OpenChecks {
  all(): readonly { readonly uploadId: string; readonly fileName: string }[];
  add(uploadId: string, fileName: string): void;
  remove(uploadId: string): void;
}

export interface FollowPorts {
  /** Asks the studio. Rejects with `isOver` for an upload nobody knows any more. */
  ask(uploadId: string): Promise<UploadResult>;
  isOver(error: unknown): boolean;
  wait(ms: number): Promise<void>;
  readonly checks: OpenChecks;
}

const ASK_AGAIN_MS = 700;

/** Waits until the studio has looked at an upload. A lost connection or a restart of the studio is waited out. */
export async function followUpload(uploadId: string, fileName: string, ports: FollowPorts): Promise<CheckedUpload> {
  const { ask, isOver, wait, checks } = ports;
  checks.add(uploadId, fileName);
  for (;;) {
    const result = await ask(uploadId).catch((error: unknown) => {
      if (!isOver(error)) return null;
      checks.remove(uploadId);
      throw error;
    });
    if (result && result.kind !== "checking") {
      checks.remove(uploadId);
      return result;
    }
    await wait(ASK_AGAIN_MS);
  }
}
