import { randomUUID } from "node:crypto";
import { testLetter } from "@/lib/domain/notice/letter";
import { type MailServer, mailerTo, wordsOf } from "./mailer";

/** Sends one letter now, once. Null when the server has taken it; otherwise why not, in the server's own words where it said any. */
export async function testMail(mail: MailServer, to: string, origin: string): Promise<string | null> {
  try {
    const mailer = mailerTo(mail);
    try {
      await mailer.post({ to, id: randomUUID(), letter: testLetter(origin) });
      return null;
    } finally {
      mailer.close();
    }
  } catch (error) {
    return wordsOf(error);
  }
}
