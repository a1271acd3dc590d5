import { ORPCError } from "@orpc/client";
import type { CheckedUpload } from "@/lib/domain/asset/upload";
import type { UploadRouter } from "@/lib/uploads/router";
import { type FollowPorts, followUpload } from "./follow-upload";
import { openChecks } from "./open-checks";
import { rpc } from "./rpc";
import type { SendFile } from "./upload-queue";

/** UploadThing's client. Most visits of a page send no file: it comes with the first one. */
async function uploader() {
  const { generateReactHelpers } = await import("@uploadthing/react");
  return generateReactHelpers<UploadRouter>();
}

/** Sends a file through UploadThing's client; pausing and resuming goes on from the last byte the server has. */
export const sendFile: SendFile = (file, onProgress) => {
  const upload = uploader().then(({ createUpload }) =>
    createUpload("asset", { files: [file], onUploadProgress: ({ progress }) => onProgress(arrived(progress)) }),
  );
  // Pausing what has ended, or was never announced, has nothing left to do.
  const control = (act: "pauseUpload" | "resumeUpload") => void upload.then((controls) => controls[act](file)).catch(() => {});
  return {
    result: upload
      .then((controls) => controls.done(file))
      .then(
        ({ serverData }) => {
          onProgress(1);
          return serverData.kind === "checking" ? follow(serverData.uploadId, file.name) : serverData;
        },
        (error: unknown) => {
          throw new Error(uploadSentence(error), { cause: error });
        },
      ),
    pause: () => control("pauseUpload"),
    resume: () => control("resumeUpload"),
  };
};

/** 0–1. The library counts the form around a file too: a small one comes out at more than 100. */
const arrived = (percent: number) => Math.min(1, percent / 100);

const ports: FollowPorts = {
  ask: (uploadId) => rpc.upload.get({ uploadId }),
  isOver: (error) => error instanceof ORPCError && error.status < 500,
  wait: (ms) => new Promise((over) => setTimeout(over, ms)),
  checks: openChecks,
};

/** Waits until the worker has looked at a video. */
export const follow = (uploadId: string, fileName: string): Promise<CheckedUpload> => followUpload(uploadId, fileName, ports);

/** Codes of the library that only say that something broke; their messages are not for people. */
const MERE_FAILURES: readonly unknown[] = ["UPLOAD_FAILED", "INTERNAL_CLIENT_ERROR", "INTERNAL_SERVER_ERROR"];

/** The studio's own sentence where it gave one: in the ingest's answer, or as the message of a refusal. */
function uploadSentence(error: unknown): string {
  const answer = error instanceof Error && "data" in error ? error.data : undefined;
  if (typeof answer === "object" && answer !== null && "error" in answer && typeof answer.error === "string") return answer.error;
  if (error instanceof Error && "code" in error && !MERE_FAILURES.includes(error.code)) return error.message;
  return "The upload broke off. Try again.";
}
