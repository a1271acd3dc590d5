"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { openChecks } from "./open-checks";
import { follow, sendFile } from "./send-file";
import { createUploadQueue, type FileOnItsWay, type UploadHooks, type UploadQueue } from "./upload-queue";

export interface AssetUpload extends Pick<UploadQueue, "add" | "cancel"> {
  /** Files on their way from this screen, in the order they came; done and refused ones are gone from it. */
  readonly files: readonly FileOnItsWay[];
}

/**
 * Dropped, pasted or picked files into the workspace, with progress; a lost connection is waited out. `onDone` gets each
 * asset as it is stored, `onError` a sentence that begins with the file's name. With `adopts`, what another page of this browser sent and
 * did not see end is shown here too.
 */
export function useAssetUpload(hooks: UploadHooks, { adopts = false }: { adopts?: boolean } = {}): AssetUpload {
  const latest = useRef(hooks);
  useEffect(() => {
    latest.current = hooks;
  });
  const [queue] = useState(() => createUploadQueue(sendFile, () => latest.current));
  useEffect(() => {
    if (adopts) for (const { uploadId, fileName } of openChecks.all()) queue.adopt(uploadId, fileName, () => follow(uploadId, fileName));
  }, [queue, adopts]);
  useEffect(() => {
    window.addEventListener("offline", queue.pause);
    window.addEventListener("online", queue.resume);
    return () => {
      window.removeEventListener("offline", queue.pause);
      window.removeEventListener("online", queue.resume);
    };
  }, [queue]);
  const files = useSyncExternalStore(queue.subscribe, queue.files, queue.files);
  return { files, add: queue.add, cancel: queue.cancel };
}
