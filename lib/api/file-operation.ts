import type { OpenAPI } from "@orpc/openapi";
import { MAX_FILE_NAME_LENGTH } from "@/lib/domain/asset/limits";
import type { ProcedureMeta } from "./procedure";

/** Its address, below `/api/v1`. */
export const FILE_ROUTE = { method: "POST", path: "/assets" } as const;

/** The verb behind the one request that is not JSON; see {@link handleFileRequest}. */
export const FILE_OPERATION_META: ProcedureMeta = { kind: "write", permission: "asset.write", answersSecret: false };

const CHECKING = {
  "application/json": {
    schema: {
      type: "object",
      properties: { kind: { const: "checking" }, uploadId: { type: "string", format: "uuid" } },
      required: ["kind", "uploadId"],
    },
  },
} as const satisfies OpenAPI.ResponseObject["content"];

/** How the reference describes it. It is no procedure, so the generator does not know it. `refusals` are those of every operation. */
export function fileOperation(refusals: OpenAPI.ResponsesObject): OpenAPI.OperationObject {
  return {
    operationId: "asset.add",
    summary: "Add a picture or a video to the studio in one request",
    description:
      "The body is the file itself, or a form with the file as its only one. Its bytes say what it is, not its name or declared type: PNG, JPEG, WebP, AVIF or GIF, up to 32 MB and 50 megapixels; MP4 or WebM, up to 256 MB and five minutes. What is refused is not kept. Looking at a video takes a moment; where it takes longer than the request waits, the answer is 202 with an `uploadId` to ask about.",
    tags: ["Assets"],
    parameters: [
      {
        name: "fileName",
        in: "query",
        required: false,
        description: "What to call it. Without one a form's own name for the file counts.",
        schema: { type: "string", maxLength: MAX_FILE_NAME_LENGTH },
      },
    ],
    requestBody: {
      required: true,
      content: {
        "image/*": { schema: { type: "string", contentMediaType: "application/octet-stream" } },
        "video/*": { schema: { type: "string", contentMediaType: "application/octet-stream" } },
        "multipart/form-data": {
          schema: {
            type: "object",
            properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
            required: ["file"],
          },
        },
      },
    },
    responses: {
      ...refusals,
      200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Asset" } } } },
      202: { description: "The video has arrived and is still looked at: ask `GET /uploads/{uploadId}`.", content: CHECKING },
    },
  };
}
