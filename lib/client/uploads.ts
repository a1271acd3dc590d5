"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { sendFile } from "./send-file";
import { createUploadQueue, type FileOnItsWay, type UploadHooks, type UploadQueue } from "./upload-queue";

export interface AssetUpload extends Pick<UploadQueue, "add" | "cancel"> {
  /** Files on their way from this screen, in the order they came; done and refused ones are gone from it. */
  readonly files: readonly FileOnItsWay[];
}

/**
 * Dropped, pasted or picked pictures into the workspace, with progress; a lost connection is waited out. `onDone` gets each
 * asset as it is stored, `onError` a sentence that begins with the file's name.
 */
export function useAssetUpload(hooks: UploadHooks): AssetUpload {
  const latest = useRef(hooks);
  useEffect(() => {
    latest.current = hooks;
  });
  const [queue] = useState(() => createUploadQueue(sendFile, () => latest.current));
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
