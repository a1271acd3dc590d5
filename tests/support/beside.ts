import { ok, strictEqual } from "node:assert";
import { db } from "@/lib/db/client";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { askHelp } from "@/lib/services/help/ask-help";
import { requeueLostHelps } from "@/lib/services/help/requeue-lost-helps";
import { endSession } from "@/lib/services/live/end-session";
import { joinSession } from "@/lib/services/live/join-session";
import { startSession } from "@/lib/services/live/start-session";
import { LANGUAGE_KEY, LanguageServer, materialOf } from "../engines/fakes/language-server";
import { LIVE_KEY, LiveAvatarStandIn } from "./live-avatar/stand-in";
import type { Studio } from "./studio";

/** What the helps ask of their language model. */
const QUESTIONS = ["", "--drop", "", "--refuse", "--prose", ""].map((word, index) => `heron number ${index}. ${word}`.trim());
/** Whether somebody joins each of the sessions; one is ended before. */
const JOINED = [true, false, true];
/** What the fake's tokens come to. */
const ANSWER_MICROS = 625n;
const MINUTE_MICROS = 200_000n;

/**
 * Helps and live sessions beside a load of runs, for a worker that is killed: each is asked or opened as it would be in peace, sessions are
 * joined and ended as soon as they can be, and in the end every one is held against what its provider received.
 */
export class Beside {
  readonly #language = new LanguageServer();
  readonly #live = new LiveAvatarStandIn();
  readonly #helps: { readonly id: string; readonly text: string }[] = [];
  readonly #sessions: { readonly id: string; readonly isJoined: boolean }[] = [];

  constructor(private readonly studio: Studio) {}

  async start(): Promise<this> {
    const { people, projectId } = this.studio;
    await Promise.all([this.#language.start(), this.#live.start()]);
    this.#language.answers = [{ text: "a heron" }];
    const options = { model: "qwen3:8b", inputPrice: "1.25", outputPrice: "10" };
    await connectEngine(people.admin, { engineId: "language", apiKey: LANGUAGE_KEY, baseUrl: this.#language.url, options, atOnce: 2 });
    await connectEngine(people.admin, { engineId: "liveavatar", apiKey: LIVE_KEY, baseUrl: this.#live.url });
    for (const text of QUESTIONS) {
      const { id } = await askHelp(people.operator, { request: { kind: "rewrite", projectId, text } });
      this.#helps.push({ id, text });
    }
    for (const isJoined of JOINED) {
      const avatar = { engineId: "liveavatar", modelId: "liveavatar-full", avatarId: "anna" };
      const { id } = await startSession(people.operator, { projectId, ...avatar, maxMinutes: 5 });
      this.#sessions.push({ id, isJoined });
    }
    return this;
  }

  /** Does what people would do next; true once nothing is left to do or to wait for. */
  async isSettled(): Promise<boolean> {
    const { operator } = this.studio.people;
    await requeueLostHelps(new Date(Date.now() + 3_600_000));
    const rows = await db().liveSession.findMany({ where: { id: { in: this.#sessions.map(({ id }) => id) } } });
    for (const { id: sessionId, status } of rows) {
      const isJoined = this.#sessions.some((session) => session.id === sessionId && session.isJoined);
      if (status === "ready" && isJoined) {
        const { token } = await joinSession(operator, { sessionId });
        this.#live.begin(token);
      } else if (status === "live" || status === "ready") await endSession(operator, { sessionId });
    }
    const waiting = await db().help.count({ where: { id: { in: this.#helps.map(({ id }) => id) }, status: "asked" } });
    return waiting === 0 && rows.every(({ status }) => status === "ended");
  }

  async judge(): Promise<void> {
    for (const help of this.#helps) await this.#judgeHelp(help);
    for (const session of this.#sessions) await this.#judgeSession(session);
    const begun = [...this.#live.sessions.values()].filter(({ startedAtMs }) => startedAtMs !== null);
    strictEqual(begun.length, JOINED.filter(Boolean).length);
    ok(
      begun.every(({ stoppedAtMs }) => stoppedAtMs !== null),
      "a session goes on at its engine",
    );
    strictEqual([...this.#language.unexpected, ...this.#live.unexpected].join(), "");
  }

  async #judgeHelp({ id, text }: { id: string; text: string }): Promise<void> {
    const row = await db().help.findUniqueOrThrow({ where: { id }, include: { ledger: true } });
    const what = `${text}: ${row.status}, ${row.failureKind}, ${row.failureReason}`;
    const asked = this.#language.asked.filter((question) => materialOf(question).includes(text)).length;
    ok(asked <= 1, `asked ${asked} times: ${what}`);
    const owed = row.failureKind === "unknown" ? row.quoteMicros : ANSWER_MICROS;
    ok(row.failureKind === "unknown" || asked === 1, what);
    strictEqual(row.actualMicros, owed, what);
    strictEqual(row.ledger.find(({ kind }) => kind === "charge")?.amountMicros, owed, what);
    strictEqual(row.answer !== null, row.status === "answered", what);
    strictEqual(await db().auditEvent.count({ where: { subjectId: id, verb: "help.answer" } }), 1, what);
  }

  async #judgeSession({ id, isJoined }: { id: string; isJoined: boolean }): Promise<void> {
    const row = await db().liveSession.findUniqueOrThrow({ where: { id }, include: { ledger: true } });
    const what = `session ${id}: ${row.status}, ${row.endReason}, ${row.actualMicros}`;
    strictEqual(row.actualMicros, isJoined ? MINUTE_MICROS : 0n, what);
    ok(row.assetId !== null, what);
    strictEqual(await db().auditEvent.count({ where: { subjectId: id, verb: "live.finish" } }), 1, what);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#language.stop(), this.#live.stop()]);
  }
}
