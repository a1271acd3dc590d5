import type { NoticeWish } from "@/lib/db/generated/client";
import { NoticeKind } from "@/lib/domain/notice/notice";
import type { Wish } from "@/lib/domain/notice/wish";

export const wishOf = ({ kind, inApp, mail }: NoticeWish): Wish => ({ kind: NoticeKind.parse(kind), inApp, mail });
