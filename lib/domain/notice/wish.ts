import { z } from "zod";
import { NOTICE_KINDS, NoticeKind } from "./notice";

/** E-mail at once, once a day with the rest, or never. */
export const MAIL_MODES = ["now", "digest", "off"] as const;
export const MailMode = z.enum(MAIL_MODES);
export type MailMode = z.infer<typeof MailMode>;

/** How somebody wants to be told of one kind of thing. */
export const Wish = z.strictObject({ kind: NoticeKind, inApp: z.boolean(), mail: MailMode });
export type Wish = z.infer<typeof Wish>;

/** Until a person says otherwise: everything in the inbox, by e-mail at once what waits for them, the rest once a day. */
const MAIL_AT_FIRST = {
  assigned: "now",
  submitted: "digest",
  decided: "digest",
  "changes-requested": "digest",
  exhausted: "now",
  mentioned: "now",
  replied: "digest",
  "due-soon": "digest",
  overdue: "now",
  escalated: "now",
  run: "off",
  publication: "digest",
} as const satisfies Record<NoticeKind, MailMode>;

/** All wishes of a person: what they said, and for the rest what everybody begins with. */
export function wishesOf(said: readonly Wish[]): readonly Wish[] {
  return NOTICE_KINDS.map((kind) => said.find((wish) => wish.kind === kind) ?? { kind, inApp: true, mail: MAIL_AT_FIRST[kind] });
}

export function wishFor(said: readonly Wish[], kind: NoticeKind): Wish {
  return said.find((wish) => wish.kind === kind) ?? { kind, inApp: true, mail: MAIL_AT_FIRST[kind] };
}

export const TimeZone = z.string().max(60).refine(isTimeZone, "This is not a time zone, such as Europe/Zurich.");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** When somebody's digest is sent: at this full hour of their day. */
export const DigestTime = z.strictObject({ timeZone: TimeZone, hour: z.int().min(0).max(23) });
export type DigestTime = z.infer<typeof DigestTime>;

export const DIGEST_AT_FIRST: DigestTime = { timeZone: "UTC", hour: 8 };

export const WishesView = z.strictObject({ wishes: z.array(Wish), digest: DigestTime });
export type WishesView = z.infer<typeof WishesView>;
