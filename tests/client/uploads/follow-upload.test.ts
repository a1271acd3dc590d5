import { expect, test } from "vitest";
import { type FollowPorts, followUpload } from "@/lib/client/follow-upload";
import type { UploadResult } from "@/lib/domain/asset/upload";

const REFUSED: UploadResult = { kind: "refused", sentence: "The video has no length." };
const CHECKING: UploadResult = { kind: "checking", uploadId: "1" };

/** A studio that gives these answers in turn, and what the browser remembers meanwhile. */
function ports(answers: (UploadResult | Error)[]): FollowPorts & { readonly remembered: string[][] } {
  const open = new Map<string, string>();
  const remembered: string[][] = [];
  return {
    remembered,
    ask: async () => {
      remembered.push([...open.values()]);
      const answer = answers.shift() ?? REFUSED;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isOver: (error) => error instanceof Error && error.message === "too old",
    wait: async () => {},
    checks: {
      all: () => [...open].map(([uploadId, fileName]) => ({ uploadId, fileName })),
      add: (uploadId, fileName) => open.set(uploadId, fileName),
      remove: (uploadId) => open.delete(uploadId),
    },
  };
}

test("it is asked about until it ends, through a lost connection, and remembered for so long", async () => {
  const asked = ports([CHECKING, new Error("no connection"), CHECKING, REFUSED]);
  expect(await followUpload("1", "walk.mp4", asked)).toEqual(REFUSED);
  expect(asked.remembered).toEqual([["walk.mp4"], ["walk.mp4"], ["walk.mp4"], ["walk.mp4"]]);
  expect(asked.checks.all()).toEqual([]);
});

test("one that nobody knows any more is forgotten", async () => {
  const asked = ports([new Error("too old")]);
  await expect(followUpload("1", "walk.mp4", asked)).rejects.toThrow("too old");
  expect(asked.checks.all()).toEqual([]);
});
