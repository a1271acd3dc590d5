import { watch } from "node:fs";
import type { SupervisedService } from "./service";

/** One save of an editor is several events, and one change of a branch touches many files. */
const CALM_MS = 200;

/** Starts the service again whenever a TypeScript file below `folder` changes, for development. Returns the way to stop watching. */
export function restartOnChange(service: SupervisedService, folder: string): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_event, path) => {
    if (!path?.endsWith(".ts")) return;
    clearTimeout(timer);
    timer = setTimeout(() => void service.restart(), CALM_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
