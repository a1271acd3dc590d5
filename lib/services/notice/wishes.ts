import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { DIGEST_AT_FIRST, DigestTime, Wish, WishesView, wishesOf } from "@/lib/domain/notice/wish";
import { mark } from "../mark";
import { personOf } from "../person";
import { read } from "../read";
import { wishOf } from "./wish-rows";

async function loadWishes(db: Database, memberId: string): Promise<WishesView> {
  const [said, time] = await Promise.all([
    db.noticeWish.findMany({ where: { memberId } }),
    db.noticeDigest.findUnique({ where: { memberId }, select: { timeZone: true, hour: true } }),
  ]);
  return { wishes: [...wishesOf(said.map(wishOf))], digest: time ?? DIGEST_AT_FIRST };
}

/** How the person asking wants to be told of what, and when their digest is sent. */
export const readWishes = read({
  verb: "notice.wishes",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: WishesView,
  run: ({ db, actor }) => loadWishes(db, personOf(actor).memberId),
});

/** Says how one wants to be told. What is not named stays as it is; what was told already stays told. */
export const setWishes = mark({
  verb: "notice.set-wishes",
  permission: "account.change",
  input: z.strictObject({ wishes: z.array(Wish).max(20).default([]), digest: DigestTime.optional() }),
  output: WishesView,
  async run({ tx, actor: { memberId } }, { wishes, digest }) {
    for (const { kind, inApp, mail } of wishes)
      await tx.noticeWish.upsert({
        where: { memberId_kind: { memberId, kind } },
        create: { memberId, kind, inApp, mail },
        update: { inApp, mail },
      });
    if (digest) await tx.noticeDigest.upsert({ where: { memberId }, create: { memberId, ...digest }, update: digest });
    return { result: await loadWishes(tx, memberId), events: [{ kind: "notice", id: memberId, version: 0, act: "wishes" }] };
  },
});
