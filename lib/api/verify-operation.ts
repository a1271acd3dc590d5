import type { OpenAPI } from "@orpc/openapi";
import { z } from "zod";
import { Verification } from "@/lib/domain/publication/verification";
import type { ProcedureMeta } from "./procedure";

/** Its address, below `/api/v1`. */
export const VERIFY_ROUTE = { method: "POST", path: "/verify" } as const;

export const VERIFY_META: ProcedureMeta = { kind: "read", permission: "workspace.read", answersSecret: false };

/** How the reference describes it. It is no procedure, so the generator does not know it. `refusals` are those of every operation. */
export function verifyOperation(refusals: OpenAPI.ResponsesObject): OpenAPI.OperationObject {
  const file = { schema: { type: "string", contentMediaType: "application/octet-stream" } } as const;
  return {
    operationId: "publication.verify",
    summary: "Ask what the studio knows of a file",
    description:
      "The body is the file itself, or a form with the file as its only one. The answer says what its manifest is worth, whether an invisible id of ours is in it, and which publications it is, comes from, or looks like. Nothing of the file is kept.",
    tags: ["Publications"],
    requestBody: {
      required: true,
      content: {
        "image/*": file,
        "video/*": file,
        "multipart/form-data": { schema: { type: "object", properties: { file: file.schema }, required: ["file"] } },
      },
    },
    responses: {
      ...refusals,
      200: { description: "", content: { "application/json": { schema: answerSchema() } } },
    },
  };
}

/** Without the dialect's address, which stands once for the whole document. */
function answerSchema(): OpenAPI.SchemaObject {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(Verification, { io: "output" });
  return schema as OpenAPI.SchemaObject;
}
