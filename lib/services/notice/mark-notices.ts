import { z } from "zod";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { NoticeKind } from "@/lib/domain/notice/notice";
import { Id } from "@/lib/domain/wire";
import { mark } from "../mark";

const output = z.strictObject({ changed: z.int() });

/** The inbox of a person has changed, on every screen of theirs. */
const inboxChanged = (memberId: string, changed: number): readonly StudioEvent[] =>
  changed === 0 ? [] : [{ kind: "notice", id: memberId, version: 0, act: "marked" }];

/** Says of one's own notices that they are read, or that they are not. */
export const markNotices = mark({
  verb: "notice.mark",
  permission: "account.change",
  input: z.strictObject({ noticeIds: z.array(Id).min(1).max(200), isRead: z.boolean().default(true) }),
  output,
  async run({ tx, actor: { memberId }, now }, { noticeIds, isRead }) {
    const { count } = await tx.notice.updateMany({
      where: { id: { in: noticeIds }, memberId, readAt: isRead ? null : { not: null } },
      data: { readAt: isRead ? now : null },
    });
    return { result: { changed: count }, events: inboxChanged(memberId, count) };
  },
});

/** Says that everything up to a notice is read: what came after it was looked for stays unread. */
export const markAllNotices = mark({
  verb: "notice.mark-all",
  permission: "account.change",
  input: z.strictObject({ upTo: Id.meta({ description: "The newest notice you were shown." }), kind: NoticeKind.optional() }),
  output: output.extend({ noticeIds: z.array(Id).meta({ description: "Which were unread: to take it back." }) }),
  async run({ tx, actor: { memberId }, now }, { upTo, kind }) {
    const marked = await tx.notice.updateManyAndReturn({
      where: { memberId, id: { lte: upTo }, readAt: null, ...(kind ? { kind } : {}) },
      data: { readAt: now },
      select: { id: true },
    });
    const noticeIds = marked.map(({ id }) => id);
    return { result: { changed: noticeIds.length, noticeIds }, events: inboxChanged(memberId, noticeIds.length) };
  },
});
