import { setTimeout as wait } from "node:timers/promises";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { isResting, restUntil } from "@/lib/domain/access/lockout";
import { EmailAddress } from "@/lib/domain/member/person";
import { passwordMatches } from "./password";

export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Longer ones are not read: hashing a megabyte is a way to keep us busy. */
const LONGEST_PASSWORD = 1024;

/** No refusal comes sooner: more than hashing and counting ever take, so that the time taken does not tell them apart. */
const REFUSAL_MS = 150;

/**
 * Checks an e-mail address and a password. Null for every refusal – no such account, wrong password, resting,
 * disabled – after the same time: who asks cannot learn which addresses have accounts.
 */
export async function authenticate(email: string, password: string, now = new Date()): Promise<SignedInUser | null> {
  const patience = wait(REFUSAL_MS);
  const user = await check(email, password, now);
  if (!user) await patience;
  return user;
}

/**
 * Checks the password somebody signed in gives as their present one; a wrong one counts like one at the door. The hash
 * it matches, to name as what is replaced; null for every refusal, after the same time.
 */
export async function checkPresentPassword(userId: string, password: string, now = new Date()): Promise<string | null> {
  const patience = wait(REFUSAL_MS);
  const user = await db().user.findUnique({ where: { id: userId } });
  const hash = await matchingHash(user, password, now);
  if (hash === null) await patience;
  return hash;
}

async function check(email: string, password: string, now: Date): Promise<SignedInUser | null> {
  const address = EmailAddress.safeParse(email);
  const user = address.success ? await db().user.findUnique({ where: { email: address.data } }) : null;
  const hash = await matchingHash(user, password, now);
  return user && hash !== null ? { id: user.id, name: user.name, email: user.email } : null;
}

/** The account's hash when the password is its own; a match forgives the failures before it. */
async function matchingHash(user: User | null, password: string, now: Date): Promise<string | null> {
  if (password.length > LONGEST_PASSWORD) return null;
  const isHeard = user !== null && user.disabledAt === null && (await claimAttempt(user.id, now));
  const matches = await passwordMatches(isHeard ? user.passwordHash : null, password);
  if (!isHeard || !matches) return null;
  // Hashing takes its time: a password that was replaced meanwhile opens nothing any more.
  const forgiven = await db().user.updateMany({
    where: { id: user.id, passwordHash: user.passwordHash },
    data: { failedSignIns: 0, lockedUntil: null },
  });
  return forgiven.count === 0 ? null : user.passwordHash;
}

/**
 * Counts the attempt as a failure before the password is looked at – success takes it back – so that a thousand
 * guesses sent at once, to any number of web processes, are no more than five.
 */
async function claimAttempt(userId: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [account] = await tx.$queryRaw<{ failedSignIns: number; lockedUntil: Date | null }[]>`
      SELECT "failedSignIns", "lockedUntil" FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
    if (!account || isResting(account.lockedUntil, now)) return false;
    const failedSignIns = account.failedSignIns + 1;
    await tx.user.update({ where: { id: userId }, data: { failedSignIns, lockedUntil: restUntil(failedSignIns, now) } });
    return true;
  });
}
