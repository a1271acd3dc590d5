import { z } from "zod";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Account } from "@/lib/domain/member/account";
import { DisplayName } from "@/lib/domain/member/person";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { accountFor } from "./account";
import { memberEvent } from "./team";

/** Held while the first account is made; any number will do, as long as nothing else uses it. */
const SET_UP_LOCK = 7_210_001;

export const ALREADY_SET_UP = "This studio is set up already. Sign in instead.";

const claimAdminSeat = write({
  verb: "studio.set-up",
  permission: "member.manage",
  input: z.strictObject({ displayName: DisplayName, account: Account }),
  output: z.strictObject({ userId: Id, memberId: Id }),
  async run({ tx, actor: { workspaceId } }, { displayName, account }) {
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(${SET_UP_LOCK})) AS held`;
    if ((await tx.user.count()) > 0) throw new AppError("CONFLICT", ALREADY_SET_UP);
    const userId = await accountFor(tx, account, displayName);
    const waiting = await tx.member.findFirst({
      where: { workspaceId, role: "admin", userId: null, removedAt: null },
      orderBy: { createdAt: "asc" },
    });
    const seat: Member = waiting
      ? await tx.member.update({ where: { id: waiting.id }, data: { userId, displayName, version: { increment: 1 } } })
      : await tx.member.create({ data: { workspaceId, userId, displayName, role: "admin" } });
    return {
      result: { userId, memberId: seat.id },
      audit: [{ subjectKind: "member", subjectId: seat.id, details: { displayName, role: seat.role, userId } }],
      events: [memberEvent(seat, "joined")],
    };
  },
});

/**
 * Makes the first account, as the admin of the first workspace (the sample's, or a new one), and closes for good:
 * however many submit at once, one gets in. Done by the studio itself; the set-up page has checked the token.
 * @throws AppError CONFLICT once there is a user
 */
export async function setUpStudio(person: z.input<typeof claimAdminSeat.input>): Promise<{ userId: string; memberId: string }> {
  return claimAdminSeat({ kind: "system", workspaceId: await firstWorkspace() }, person);
}

async function firstWorkspace(): Promise<string> {
  const oldest = () => db().workspace.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  const existing = await oldest();
  if (existing) return existing.id;
  await db().workspace.createMany({ data: [{ name: "Studio", slug: "studio" }], skipDuplicates: true });
  const created = await oldest();
  if (!created) throw new Error("The first workspace was not created.");
  return created.id;
}
