import { randomBytes } from "node:crypto";
import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { writeApiKey } from "@/lib/domain/access/api-key";
import { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { Scope } from "@/lib/domain/access/policy";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id, Instant } from "@/lib/domain/wire";
import { write } from "../write";
import { apiKeyView, WITH_OWNER } from "./api-key-view";

/** Makes a key that acts for its maker within its scopes. The whole key is shown once; only its hash is kept. */
export const createApiKey = write({
  verb: "key.create",
  permission: "key.manage",
  input: z.strictObject({
    name: PlainText.trim().min(1, "Give the key a name, for example where it is used.").max(80),
    scopes: z.array(Scope).min(1, "Choose at least one scope.").meta({ description: "What the key may do, within its member's role." }),
    projectId: Id.nullable()
      .default(null)
      .meta({ description: "Whose money calls of patterns spend when they name no project. Null: they must name one." }),
    expiresAt: Instant.nullable().default(null).meta({ description: "Null: until it is revoked." }),
  }),
  output: z.strictObject({ key: ApiKeyView, secret: z.string().meta({ description: "The whole key; shown this once." }) }),
  async run({ tx, actor, now }, { name, scopes, projectId, expiresAt }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const expiry = expiresAt === null ? null : new Date(expiresAt);
    if (expiry && expiry <= now) throw new AppError("BAD_INPUT", "expiresAt: this moment has passed.");
    if (projectId !== null && (await tx.project.count({ where: { id: projectId, workspaceId } })) === 0)
      throw new AppError("NOT_FOUND", "This project does not exist.");
    const halves = { publicId: randomBytes(8).toString("hex"), secret: randomBytes(32).toString("base64url") };
    const key = await tx.apiKey.create({
      data: {
        workspaceId,
        memberId,
        name,
        publicId: halves.publicId,
        secretHash: await secretHash(halves.secret),
        scopes: [...new Set(scopes)],
        projectId,
        expiresAt: expiry,
        createdAt: now,
      },
      include: WITH_OWNER,
    });
    return {
      result: { key: apiKeyView(key, now), secret: writeApiKey(halves) },
      audit: [{ subjectKind: "key", subjectId: key.id, details: { name, scopes: key.scopes.join(" "), projectId, expiresAt } }],
    };
  },
});
