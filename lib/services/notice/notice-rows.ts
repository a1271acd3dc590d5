import type { Notice } from "@/lib/db/generated/client";
import { NoticeFacts, NoticeKind, type NoticeView, noticePath, noticeSentence } from "@/lib/domain/notice/notice";
import { Settled, settledSentence } from "@/lib/domain/notice/settled";

export function noticeView(row: Notice): NoticeView {
  const kind = NoticeKind.parse(row.kind);
  const facts = NoticeFacts.parse(row.facts);
  return {
    id: row.id,
    kind,
    sentence: noticeSentence(kind, facts),
    note: facts.note,
    path: noticePath(facts.subject),
    isRead: row.readAt !== null,
    settled: row.settled === null ? null : settledSentence(Settled.parse(row.settled), row.memberId),
    createdAt: row.createdAt.toISOString(),
  };
}
