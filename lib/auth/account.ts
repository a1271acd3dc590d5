import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Account } from "@/lib/domain/member/account";
import { authenticate } from "./authenticate";
import { hashPassword } from "./password";

/**
 * The account a person means who fills in an e-mail address and a password to take a seat: their former one, if the
 * password is its own, else a new one.
 * @throws AppError CONFLICT when the address has an account with another password
 */
export async function accountOf(email: string, password: string, now = new Date()): Promise<Account> {
  const known = await db().user.findUnique({ where: { email }, select: { id: true } });
  if (!known) return { kind: "new", email, passwordHash: await hashPassword(password) };
  const user = await authenticate(email, password, now);
  if (!user) throw new AppError("CONFLICT", "This e-mail address has an account already. Use its password, or another address.");
  return { kind: "existing", userId: user.id };
}
