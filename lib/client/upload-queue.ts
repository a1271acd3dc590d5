import type { AssetView } from "@/lib/domain/asset/asset-view";
import { MAX_FILES_AT_ONCE } from "@/lib/domain/asset/limits";
import { FILE_REFUSALS, refuseByDeclaration } from "@/lib/domain/asset/refusal";
import type { CheckedUpload } from "@/lib/domain/asset/upload";

/** A file on its way, as the screen shows it. */
export interface FileOnItsWay {
  readonly id: string;
  readonly fileName: string;
  /** 0–1. At 1 the bytes have arrived and the studio is looking at the file. */
  readonly fraction: number;
  readonly state: "waiting" | "sending" | "paused";
}

/** Sends one file. Rejects with an Error whose message is a sentence for people. */
export type SendFile = (file: File, onProgress: (fraction: number) => void) => Sending;
export interface Sending {
  readonly result: Promise<CheckedUpload>;
  /** Stops sending; what has arrived stays there for {@link resume} and is swept when nobody comes back. */
  pause(): void;
  resume(): void;
}

export interface UploadHooks {
  onDone(asset: AssetView): void;
  /** Once a file, or once for a whole drop that is too large. */
  onError(sentence: string): void;
}

export interface UploadQueue {
  /** Takes dropped, pasted or picked files. Those that cannot be taken are refused at once, the others go on. */
  add(files: Iterable<File>): void;
  /** Shows a file that arrived earlier, from another page of this browser, until its result is there. */
  adopt(uploadId: string, fileName: string, result: () => Promise<CheckedUpload>): void;
  /** Forgets a file; a result that still comes is ignored. */
  cancel(id: string): void;
  /** The connection is gone: hold everything. */
  pause(): void;
  /** The connection is back: go on where it stopped. */
  resume(): void;
  subscribe(listener: () => void): () => void;
  /** The same array until something changes. */
  files(): readonly FileOnItsWay[];
}

/** More at once only make each other slower. */
const SENT_AT_ONCE = 3;

/** Files on their way from one screen: each for itself, a few at a time, in the order they came. */
export function createUploadQueue(send: SendFile, hooks: () => UploadHooks): UploadQueue {
  const waiting = new Map<string, File>();
  const sending = new Map<string, Sending>();
  const listeners = new Set<() => void>();
  let shown: readonly FileOnItsWay[] = [];
  let isPaused = false;

  const show = (next: readonly FileOnItsWay[]) => {
    shown = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, to: Partial<FileOnItsWay>) => show(shown.map((file) => (file.id === id ? { ...file, ...to } : file)));
  const forget = (id: string) => {
    waiting.delete(id);
    sending.delete(id);
    show(shown.filter((file) => file.id !== id));
    sendNext();
  };

  function sendNext(): void {
    for (const [id, file] of waiting) {
      if (isPaused || sending.size >= SENT_AT_ONCE) return;
      waiting.delete(id);
      change(id, { state: "sending" });
      start(id, file);
    }
  }

  function start(id: string, file: File): void {
    settle(
      id,
      file.name,
      send(file, (fraction) => change(id, { fraction })),
    );
  }

  function settle(id: string, fileName: string, sent: Sending): void {
    sending.set(id, sent);
    const end = (tell: () => void) => {
      if (!sending.has(id)) return;
      forget(id);
      tell();
    };
    sent.result.then(
      (result) => end(() => (result.kind === "stored" ? hooks().onDone(result.asset) : refuse(fileName, result.sentence))),
      (error: Error) => end(() => refuse(fileName, error.message)),
    );
  }

  const refuse = (fileName: string, sentence: string) => hooks().onError(`${fileName}: ${sentence}`);

  return {
    add(files) {
      const given = [...files];
      if (given.length > MAX_FILES_AT_ONCE) return hooks().onError(FILE_REFUSALS.tooManyFiles);
      for (const file of given) {
        const refusal = refuseByDeclaration(file);
        if (refusal) {
          refuse(file.name, refusal);
          continue;
        }
        const id = crypto.randomUUID();
        waiting.set(id, file);
        show([...shown, { id, fileName: file.name, fraction: 0, state: "waiting" }]);
      }
      sendNext();
    },
    adopt(uploadId, fileName, result) {
      if (sending.has(uploadId)) return;
      show([...shown, { id: uploadId, fileName, fraction: 1, state: "sending" }]);
      settle(uploadId, fileName, { result: result(), pause: () => {}, resume: () => {} });
    },
    cancel(id) {
      sending.get(id)?.pause();
      forget(id);
    },
    pause() {
      isPaused = true;
      for (const [id, sent] of sending) {
        sent.pause();
        change(id, { state: "paused" });
      }
    },
    resume() {
      isPaused = false;
      for (const [id, sent] of sending) {
        sent.resume();
        change(id, { state: "sending" });
      }
      sendNext();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: () => shown,
  };
}
