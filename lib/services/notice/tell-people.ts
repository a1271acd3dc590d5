import { v7 as newId } from "uuid";
import type { Database as Transaction } from "@/lib/db/client";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { NoticeFacts, NoticeKind } from "@/lib/domain/notice/notice";
import { wishFor } from "@/lib/domain/notice/wish";
import { wishOf } from "./wish-rows";

/** Something one person is to be told of. */
export interface NewNotice {
  readonly memberId: string;
  readonly kind: NoticeKind;
  /** Its cause: whoever was told of it is not told again. */
  readonly key: string;
  readonly facts: NoticeFacts;
}

/**
 * Writes notices in the transaction of their cause: whoever should know does, and nobody is told twice, however often the
 * cause is looked at. Each person is told as they wish; where they wish nothing, nothing is written.
 */
export async function tellPeople(
  tx: Transaction,
  workspaceId: string,
  notices: readonly NewNotice[],
  now: Date,
): Promise<readonly StudioEvent[]> {
  if (notices.length === 0) return [];
  const people = await tx.member.findMany({
    where: { workspaceId, id: { in: [...new Set(notices.map(({ memberId }) => memberId))] }, removedAt: null },
    select: { id: true, wishes: true },
  });
  const wishes = new Map(people.map(({ id, wishes: said }) => [id, said.map(wishOf)]));
  const rows = notices.flatMap(({ memberId, kind, key, facts }) => {
    const said = wishes.get(memberId);
    const wish = said && wishFor(said, kind);
    if (!wish || (!wish.inApp && wish.mail === "off")) return [];
    const mailAfter = wish.mail === "off" ? null : now;
    const cardId = facts.subject.kind === "card" ? facts.subject.id : null;
    return [
      { id: newId(), workspaceId, memberId, kind, key, facts, cardId, inApp: wish.inApp, mail: wish.mail, mailAfter, createdAt: now },
    ];
  });
  const written = await tx.notice.createManyAndReturn({ data: rows, skipDuplicates: true, select: { memberId: true } });
  return [...new Set(written.map(({ memberId }) => memberId))].map((id) => ({ kind: "notice", id, version: 0, act: "told" }));
}
