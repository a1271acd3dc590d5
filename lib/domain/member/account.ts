import { z } from "zod";
import { Id } from "../wire";
import { EmailAddress } from "./person";

/** Who takes a seat: somebody new, or an account whose password has just been checked (a former member coming back). */
export const Account = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("new"), email: EmailAddress, passwordHash: z.string().min(1) }),
  z.strictObject({ kind: z.literal("existing"), userId: Id }),
]);
export type Account = z.infer<typeof Account>;
