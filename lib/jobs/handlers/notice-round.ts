import { digestOf, letterOf } from "@/lib/domain/notice/letter";
import { type Mailer, Undeliverable, wordsOf } from "@/lib/mail/mailer";
import { digestFailed, digestSent, letterFailed, letterSent, takeDigests, takeLetter } from "@/lib/services/notice/mail";
import { remind, remindOfSeats } from "@/lib/services/notice/remind";

export interface RoundTools {
  /** Null: this studio sends no e-mail. */
  readonly mailer: Mailer | null;
  /** The studio's address, without a trailing slash. */
  readonly origin: string;
}

/**
 * Says what is due at this time, and sends what waits. Each person is told once and each letter taken by one worker;
 * killed between taking and noting, a letter is sent again under the id it had.
 */
export async function noticeRound(now: Date, signal: AbortSignal, { mailer, origin }: RoundTools): Promise<void> {
  await remind(now);
  await remindOfSeats(now);
  if (!mailer) return;
  await sendLetters(now, signal, mailer, origin);
  await sendDigests(now, signal, mailer, origin);
}

async function sendLetters(now: Date, signal: AbortSignal, mailer: Mailer, origin: string): Promise<void> {
  for (let due = await takeLetter(now); due !== null && !signal.aborted; due = await takeLetter(now)) {
    try {
      await mailer.post({ to: due.to, id: due.id, letter: letterOf(due.notice, origin) });
    } catch (error) {
      const isFinal = error instanceof Undeliverable;
      await letterFailed(due, isFinal, now);
      console.error(`[worker] a letter was not taken: ${wordsOf(error)}`);
      // A server that cannot be reached is not asked for the next one in the same minute.
      if (!isFinal) return;
      continue;
    }
    await letterSent(due.id, now);
  }
}

async function sendDigests(now: Date, signal: AbortSignal, mailer: Mailer, origin: string): Promise<void> {
  for (const digest of await takeDigests(now)) {
    try {
      signal.throwIfAborted();
      await mailer.post({ to: digest.to, id: `${digest.memberId}.${digest.day}`, letter: digestOf(digest.notices, origin) });
    } catch (error) {
      if (error instanceof Undeliverable) await digestSent(digest, now);
      else await digestFailed(digest);
      console.error(`[worker] a digest was not taken: ${wordsOf(error)}`);
      continue;
    }
    await digestSent(digest, now);
  }
}
