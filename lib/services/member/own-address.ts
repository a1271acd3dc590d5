import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";

/** The e-mail address somebody signs in with. */
export async function ownAddress({ userId }: PersonActor): Promise<string> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  return email;
}
