import { hash, verify } from "@node-rs/argon2";

/** The package's own enum does not survive `verbatimModuleSyntax`. */
const ARGON2ID = 2;

/** argon2id with 19 MiB and two passes: the OWASP minimum, 20–55 ms here. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let stranger: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (no such account, or an account at rest) the same work is
 * done against a hash nobody knows the password of, so that the time taken tells nothing.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID());
  const matches = await verify(storedHash ?? (await stranger), password);
  return storedHash !== null && matches;
}
