import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FileBytes } from "@/lib/media/video/file-bytes";
import { inMemory } from "@/lib/media/video/file-bytes";
import { inspectVideo } from "@/lib/media/video/inspection/inspect-video";
import { prepareVideo } from "@/lib/media/video/prepare-video";
import { clip } from "../../support/videos";

const patient = new AbortController().signal;

/** The processes this one has started that look at videos. */
function inspectors(): { pid: number; environment: string }[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const [parent] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(1) ?? [];
        if (Number(parent) !== process.pid || !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start-inspector")) return [];
        return [{ pid: Number(pid), environment: readFileSync(`/proc/${pid}/environ`, "utf8") }];
      } catch {
        return [];
      }
    });
}

/** The file, and what the test does when its bytes are asked for the first time. */
function watched(bytes: Uint8Array, onRead: () => void): FileBytes {
  const file = inMemory(bytes);
  let isFirst = true;
  return {
    ...file,
    read: (start, end) => {
      if (isFirst) onRead();
      isFirst = false;
      return file.read(start, end);
    },
  };
}

test("a process of its own, with none of the studio's keys, finds what is found here; then it is gone", async () => {
  process.env.NEXTAUTH_SECRET = "nobody's business";
  const bytes = await clip({ frames: 12 });
  let seen: ReturnType<typeof inspectors> = [];
  const found = await inspectVideo(
    watched(bytes, () => {
      seen = inspectors();
    }),
    patient,
  );
  const here = await prepareVideo(inMemory(bytes));
  expect([found.facts, found.thumbHash]).toEqual([here.facts, here.thumbHash]);
  expect(found.renditions.map(({ name, bytes: picture }) => [name, Buffer.from(picture).toString("base64")])).toEqual(
    here.renditions.map(({ name, bytes: picture }) => [name, Buffer.from(picture).toString("base64")]),
  );
  expect(seen).toHaveLength(1);
  expect(seen[0]?.environment).not.toContain("nobody's business");
  await expect.poll(inspectors).toEqual([]);
});

test("its refusal is ours; a file that brings it down is refused; a stop or a kill from outside is no word about the file", async () => {
  const bytes = await clip({ frames: 2 });
  await expect(inspectVideo(inMemory(bytes.slice(0, 300)), patient)).rejects.toMatchObject({ code: "BAD_INPUT" });
  const killedWith = (signal: NodeJS.Signals) =>
    inspectVideo(
      watched(bytes, () => {
        for (const { pid } of inspectors()) process.kill(pid, signal);
      }),
      patient,
    );
  await expect(killedWith("SIGSEGV")).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("cannot be read") });
  await expect(killedWith("SIGKILL")).rejects.toThrow("ended with SIGKILL");
  const stop = new AbortController();
  const stopped = inspectVideo(
    watched(bytes, () => stop.abort()),
    stop.signal,
  );
  await expect(stopped).rejects.toThrow("aborted");
});
