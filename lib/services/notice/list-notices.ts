import { NOTICE_KINDS, NoticeKind, NoticePage, NoticeRequest } from "@/lib/domain/notice/notice";
import { keyset, paged } from "../page";
import { personOf } from "../person";
import { read } from "../read";
import { noticeView } from "./notice-rows";

/** What the person asking was told, newest first, with how much of it they have not read. */
export const listNotices = read({
  verb: "notice.list",
  permission: "workspace.read",
  input: NoticeRequest,
  output: NoticePage,
  async run({ db, actor }, { show, kind, cursor, limit }) {
    const mine = { memberId: personOf(actor).memberId, inApp: true };
    const [rows, counts] = await Promise.all([
      db.notice.findMany({
        where: { ...mine, ...(kind ? { kind } : {}), ...(show === "unread" ? { readAt: null } : {}), ...keyset(cursor) },
        orderBy: { id: "desc" },
        take: limit + 1,
      }),
      db.notice.groupBy({ by: ["kind"], where: { ...mine, readAt: null }, _count: true }),
    ]);
    const unread = Object.fromEntries(NOTICE_KINDS.map((each) => [each, 0])) as Record<NoticeKind, number>;
    for (const { kind: counted, _count } of counts) unread[NoticeKind.parse(counted)] = _count;
    const unreadInAll = Object.values(unread).reduce((sum, count) => sum + count, 0);
    return { ...paged(rows, limit, noticeView), unread, unreadInAll };
  },
});
