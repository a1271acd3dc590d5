import { createRouteHandler, createUploadthing, type FileRouter, UploadThingError, UTFiles } from "uploadthing/server";
import { requireActor } from "@/lib/auth/require-actor";
import { MAX_FILES_AT_ONCE } from "@/lib/domain/asset/limits";
import { FILE_REFUSALS, refuseByDeclaration } from "@/lib/domain/asset/refusal";
import type { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import { announceUploads, findUpload, type Upload } from "@/lib/services/asset/upload-ticket";
import { uploadParts } from "@/lib/storage/upload-parts";
import { completeUpload } from "./complete-upload";
import { embeddedFetch } from "./embedded-fetch";
import { fetchHostedFile, removeHostedFile } from "./hosted-file";
import { uploadService } from "./service";
import { isSignedBy } from "./signature";

const route = createUploadthing();

/** One route: pictures and videos into the workspace of whoever is signed in. The id we announce travels as UploadThing's custom id. */
export const uploadRouter = {
  asset: route(
    // The limits of MAX_IMAGE_BYTES and MAX_VIDEO_BYTES, in the library's notation; ours are asked first, with better sentences. A file whose
    // type the browser does not know is a `blob`: its bytes say what it is.
    {
      image: { maxFileSize: "32MB", maxFileCount: MAX_FILES_AT_ONCE },
      video: { maxFileSize: "256MB", maxFileCount: MAX_FILES_AT_ONCE },
    },
    { awaitServerData: true, presignedURLTTL: "24h" },
  )
    .middleware(async ({ req, files }) => {
      const uploadIds = await inSentences(async () => {
        const actor = await requireActor(req);
        const refusal = files.length > MAX_FILES_AT_ONCE ? FILE_REFUSALS.tooManyFiles : files.map(refuseByDeclaration).find(Boolean);
        if (refusal) throw new AppError("BAD_INPUT", refusal);
        return announceUploads(
          actor,
          files.map((file) => file.size),
        );
      });
      return { [UTFiles]: files.map((file, index) => ({ ...file, customId: uploadIds[index] ?? null })) };
    })
    .onUploadComplete(async ({ file }): Promise<UploadResult> => {
      const upload = file.customId ? await findUpload(file.customId) : null;
      if (!upload) return { kind: "refused", sentence: "This upload was not announced or is too old. Start it again." };
      return upload.result ?? finish(upload, file);
    }),
} satisfies FileRouter;
export type UploadRouter = typeof uploadRouter;

async function finish(upload: Upload, file: { key: string; name: string; ufsUrl: string }): Promise<UploadResult> {
  const service = uploadService();
  const parts = uploadParts();
  if (service.kind === "hosted") await parts.write(upload.id, 0, fetchHostedFile(file.ufsUrl));
  else if ((await parts.size(upload.id)) === 0) {
    // Another process may have finished this upload and cleared its bytes away while ours were still arriving.
    const ended = (await findUpload(upload.id))?.result;
    if (ended) return ended;
    throw new Error(`The bytes of upload ${upload.id} are gone.`);
  }
  const result = await completeUpload(upload, file.name);
  await parts.remove(upload.id);
  if (service.kind === "hosted")
    await removeHostedFile(service.token, file.key).catch((error: unknown) =>
      log.error("uploads", "a hosted file could not be removed", { file: file.key }, error),
    );
  return result;
}

/** A refusal of ours becomes one of the library's, with the sentence people shall read. */
async function inSentences<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isWho = error.code === "UNAUTHENTICATED" || error.code === "FORBIDDEN";
    throw new UploadThingError({ code: isWho ? "FORBIDDEN" : "BAD_REQUEST", message: error.message });
  }
}

type Handler = (request: Request) => Promise<Response>;
let handler: Handler | undefined;

/** The file router as a web handler for GET and POST. Made on the first request: it reads secrets a build does not have. */
export async function handleUploadRequest(request: Request): Promise<Response> {
  handler ??= makeHandler();
  return (await isForgedCallback(request)) ? Response.json({ message: "Invalid signature" }, { status: 400 }) : handler(request);
}

/** A callback of our own ingest that we did not sign. The library would log every one as an error, and anybody may send any number. */
async function isForgedCallback(request: Request): Promise<boolean> {
  const service = uploadService();
  if (service.kind === "hosted" || !request.headers.has("uploadthing-hook")) return false;
  const signature = request.headers.get("x-uploadthing-signature") ?? "";
  return !isSignedBy(await request.clone().text(), signature, service.apiKey);
}

function makeHandler(): Handler {
  const service = uploadService();
  const common = { isDev: false, logLevel: "Error" } as const;
  if (service.kind === "hosted") return createRouteHandler({ router: uploadRouter, config: { ...common, token: service.token } });
  const { token, ingestUrl, callbackUrl } = service;
  return createRouteHandler({
    router: uploadRouter,
    config: {
      ...common,
      token,
      ingestUrl,
      callbackUrl,
      fetch: (input, init) => embeddedFetch(ingestUrl, new Request(input, init)),
    },
  });
}
