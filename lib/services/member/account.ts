import type { Database as Transaction } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/conflict";
import { AppError } from "@/lib/domain/errors";
import type { Account } from "@/lib/domain/member/account";

/** The user id behind an account, created when it is new. One person sits in one seat. */
export async function accountFor(tx: Transaction, account: Account, name: string): Promise<string> {
  if (account.kind === "existing") {
    const seats = await tx.member.count({ where: { userId: account.userId, removedAt: null } });
    if (seats > 0) throw new AppError("CONFLICT", "You have a seat in this studio already. Sign in instead.");
    return account.userId;
  }
  try {
    const user = await tx.user.create({ data: { email: account.email, name, passwordHash: account.passwordHash } });
    return user.id;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("CONFLICT", "This e-mail address has an account already.", { cause: error });
    throw error;
  }
}
