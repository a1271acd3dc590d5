import { z } from "zod";
import { Id, Instant } from "../wire";
import { Role, Scope } from "./policy";

/** An API key as a list shows it; its secret is not among it. */
export const ApiKeyView = z.strictObject({
  id: Id,
  name: z.string(),
  /** The beginning an engineer recognises: `sel_<publicId>`. */
  prefix: z.string(),
  scopes: z.array(Scope),
  state: z.enum(["active", "expired", "revoked"]),
  /** Whose key it is; it does no more than their role allows at the time. */
  member: z.strictObject({ id: Id, displayName: z.string(), role: Role }),
  /** Whose money its calls spend when they name no project; null: they must name one. */
  project: z.strictObject({ id: Id, name: z.string() }).nullable(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;
