import { beforeEach, expect, test } from "vitest";
import { createUploadQueue, type UploadQueue } from "@/lib/client/upload-queue";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { MAX_FILES_AT_ONCE, MAX_IMAGE_BYTES } from "@/lib/domain/asset/limits";
import { UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import type { CheckedUpload } from "@/lib/domain/asset/upload";

/** A connection the test holds in its hand: it ends each file's sending itself. */
interface Held {
  readonly file: File;
  progress(fraction: number): void;
  end(result: CheckedUpload): Promise<void>;
  fail(sentence: string): Promise<void>;
  readonly asked: string[];
}

let held: Held[];
let done: string[];
let errors: string[];
let queue: UploadQueue;

beforeEach(() => {
  held = [];
  done = [];
  errors = [];
  queue = createUploadQueue(
    (file, onProgress) => {
      let settle: { end(result: CheckedUpload): void; fail(error: Error): void } | undefined;
      const result = new Promise<CheckedUpload>((end, fail) => {
        settle = { end, fail };
      });
      const asked: string[] = [];
      held.push({
        file,
        asked,
        progress: onProgress,
        end: async (outcome) => settle?.end(outcome),
        fail: async (sentence) => settle?.fail(new Error(sentence)),
      });
      return { result, pause: () => asked.push("pause"), resume: () => asked.push("resume") };
    },
    () => ({ onDone: (asset) => done.push(asset.fileName), onError: (sentence) => errors.push(sentence) }),
  );
});

const file = (name: string, type = "image/png", size = 3) => new File([new Uint8Array(size)], name, { type });
const stored = (fileName: string): CheckedUpload => ({ kind: "stored", asset: assetNamed(fileName) });
const states = () => queue.files().map(({ fileName, state }) => `${fileName} ${state}`);

function assetNamed(fileName: string): AssetView {
  const id = "0190b7a4-7b1c-7a3e-8f00-000000000001";
  const provenance = { digitalSourceType: null, hasC2pa: false, software: null, frames: 1 };
  const size = { byteSize: 3, width: 1, height: 1, durationMs: null, thumbHash: "", version: 0, createdAt: "2026-01-01T00:00:00.000Z" };
  const urls = { thumb: "t", screen: "s", original: "o", filmstrip: null };
  return {
    id,
    kind: "image",
    origin: "upload",
    fileName,
    mimeType: "image/png",
    altText: null,
    rights: UNKNOWN_RIGHTS,
    provenance,
    urls,
    ...size,
  };
}

test("three are sent at once, the others wait their turn", async () => {
  queue.add(["a", "b", "c", "d"].map((name) => file(name)));
  expect(states()).toEqual(["a sending", "b sending", "c sending", "d waiting"]);
  await held[1]?.end(stored("b"));
  expect(states()).toEqual(["a sending", "c sending", "d sending"]);
  expect(done).toEqual(["b"]);
});

test("one refused file says so by name and holds up nobody", async () => {
  queue.add([file("a"), file("b")]);
  await held[0]?.end({ kind: "refused", sentence: "The picture is damaged." });
  await held[1]?.end(stored("b"));
  expect([errors, done, states()]).toEqual([["a: The picture is damaged."], ["b"], []]);
});

test("what cannot be taken is refused before anything is sent", () => {
  queue.add([file("empty", "image/png", 0), file("draw.svg", "image/svg+xml"), file("good")]);
  queue.add([file("huge", "image/png", MAX_IMAGE_BYTES + 1)]);
  expect(errors.map((sentence) => sentence.split(":")[0])).toEqual(["empty", "draw.svg", "huge"]);
  expect(held.map((one) => one.file.name)).toEqual(["good"]);
});

test("a drop of too many files is refused as a whole", () => {
  queue.add(Array.from({ length: MAX_FILES_AT_ONCE + 1 }, (_, number) => file(String(number))));
  expect([errors, held.length]).toEqual([["Add at most 20 files at once."], 0]);
});

test("what an earlier page sent is shown until the studio has looked at it, once", async () => {
  let settle = (_result: CheckedUpload) => {};
  const result = () =>
    new Promise<CheckedUpload>((end) => {
      settle = end;
    });
  for (const _mount of [1, 2]) queue.adopt("0190b7a4-7b1c-7a3e-8f00-000000000009", "clip.mp4", result);
  expect(queue.files()).toMatchObject([{ fileName: "clip.mp4", fraction: 1, state: "sending" }]);
  settle({ kind: "refused", sentence: "The video has no length." });
  await Promise.resolve();
  await Promise.resolve();
  expect([errors, states()]).toEqual([["clip.mp4: The video has no length."], []]);
});

test("a failure tells its sentence", async () => {
  queue.add([file("a")]);
  await held[0]?.fail("The upload broke off. Try again.");
  expect([errors, states()]).toEqual([["a: The upload broke off. Try again."], []]);
});

test("progress is shown, and only changes make a new list", () => {
  let changes = 0;
  queue.subscribe(() => {
    changes += 1;
  });
  queue.add([file("a")]);
  const before = changes;
  held[0]?.progress(0.5);
  const list = queue.files();
  expect([list[0]?.fraction, changes]).toEqual([0.5, before + 1]);
  expect(queue.files()).toBe(list);
});

test("a cancelled file stops, frees its place, and its late result is ignored", async () => {
  queue.add(["a", "b", "c", "d"].map((name) => file(name)));
  queue.cancel(queue.files()[0]?.id ?? "");
  expect([held[0]?.asked, states()]).toEqual([["pause"], ["b sending", "c sending", "d sending"]]);
  await held[0]?.end(stored("a"));
  expect(done).toEqual([]);
});

test("without a connection everything holds, with it everything goes on", () => {
  queue.add(["a", "b", "c", "d"].map((name) => file(name)));
  queue.pause();
  queue.add([file("e")]);
  expect(states()).toEqual(["a paused", "b paused", "c paused", "d waiting", "e waiting"]);
  queue.resume();
  expect(held[0]?.asked).toEqual(["pause", "resume"]);
  expect(states()[0]).toBe("a sending");
});
