import { BEAT_EVERY_SECONDS, type LiveMode, MAX_LINES, type TranscriptLine } from "@/lib/domain/live/session";
import type { OpenStage, Stage } from "./stage";

/** Every this many signs of life the engine is told too, or it would end a quiet session by itself. */
const KEEP_ALIVE_EVERY = 6;
const MOST_LINES_AT_ONCE = 200;

export interface TalkState {
  readonly phase: "joining" | "live" | "leaving" | "over";
  readonly lines: readonly TranscriptLine[];
  readonly hasPicture: boolean;
  readonly isSpeaking: boolean;
  readonly isListening: boolean;
  /** What went wrong, in a sentence; null while nothing did. */
  readonly problem: string | null;
}

export interface TalkPorts {
  join(): Promise<{ token: string; baseUrl: string | null }>;
  /** Tells the studio that the session goes on, and what was said since `seen`. */
  hear(seen: number, lines: readonly TranscriptLine[]): Promise<{ goesOn: boolean; kept: number }>;
  end(reason: "person" | "engine"): Promise<void>;
  openStage: OpenStage;
  /** Calls back until it is told to stop. */
  every(ms: number, act: () => void): () => void;
  now(): number;
  sentenceOf(error: unknown): string;
}

/** One session as it is lived in one window: from the token to its end. Told of by `subscribe`, read by `state`. */
export class Talk {
  #state: TalkState = { phase: "joining", lines: [], hasPicture: false, isSpeaking: false, isListening: false, problem: null };
  readonly #listeners = new Set<() => void>();
  #stage: Stage | null = null;
  #stopBeats = () => {};
  #confirmed = 0;
  #beats = 0;
  #startedAt = 0;
  #ending: Promise<void> | null = null;

  constructor(
    private readonly mode: LiveMode,
    private readonly ports: TalkPorts,
  ) {}

  readonly state = (): TalkState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async begin(): Promise<void> {
    try {
      const key = await this.ports.join();
      this.#startedAt = this.ports.now();
      this.#stage = await this.ports.openStage(key, {
        onPicture: () => this.#change({ hasPicture: true }),
        onSpeaking: (isSpeaking) => this.#change({ isSpeaking }),
        onSaid: (who, text) => this.#note(who, text),
        onLost: () => void this.#over("engine", "The engine ended the session."),
      });
    } catch (error) {
      // A token that was handed out may have begun something: the studio stops it, and settles what it cost.
      await this.#over(
        "engine",
        this.#startedAt === 0 ? this.ports.sentenceOf(error) : "The session could not be joined. Try another one.",
      );
      return;
    }
    if (this.#state.phase !== "joining") return void (await this.#stage.leave());
    this.#change({ phase: "live" });
    this.#stopBeats = this.ports.every(BEAT_EVERY_SECONDS * 1_000, () => void this.#beat());
    await this.#beat();
  }

  attach(element: HTMLVideoElement): void {
    this.#stage?.attach(element);
  }

  /** In a script it is said, in a talk it is answered. */
  tell(text: string): void {
    if (this.#state.phase !== "live" || !this.#stage) return;
    if (this.mode === "script") this.#stage.say(text);
    else {
      this.#note("person", text);
      this.#stage.ask(text);
    }
  }

  interrupt(): void {
    this.#stage?.interrupt();
  }

  async listen(isOn: boolean): Promise<void> {
    try {
      await this.#stage?.listen(isOn);
      this.#change({ isListening: isOn, problem: null });
    } catch {
      this.#change({ problem: "The microphone cannot be used. Allow it for this page, or write instead." });
    }
  }

  /** Ends it by hand. */
  leave(): Promise<void> {
    return this.#over("person", null);
  }

  /** The window is left without a word: nothing more is said, and the studio ends the session by its silence. */
  abandon(): void {
    this.#stopBeats();
    this.#state = { ...this.#state, phase: "over" };
    void this.#stage?.leave();
  }

  async #beat(): Promise<void> {
    const { lines, phase } = this.#state;
    if (phase === "over") return;
    this.#beats += 1;
    if (this.#beats % KEEP_ALIVE_EVERY === 0) this.#stage?.keepAlive();
    try {
      const { goesOn, kept } = await this.ports.hear(this.#confirmed, lines.slice(this.#confirmed, this.#confirmed + MOST_LINES_AT_ONCE));
      this.#confirmed = Math.min(kept, this.#state.lines.length);
      if (!goesOn && this.#state.phase === "live") await this.#over(null, "The studio ended the session.");
    } catch {
      // Said again with the next sign of life; half a minute of silence is what ends a session.
    }
  }

  /** Ends it once; whoever ends it again waits for that end. */
  #over(reason: "person" | "engine" | null, problem: string | null): Promise<void> {
    this.#ending ??= this.#end(reason, problem);
    return this.#ending;
  }

  async #end(reason: "person" | "engine" | null, problem: string | null): Promise<void> {
    const { phase } = this.#state;
    if (phase === "over") return;
    this.#change({ phase: "leaving", problem, isSpeaking: false, isListening: false });
    this.#stopBeats();
    if (phase === "live") await this.#beat();
    await this.#stage?.leave().catch(() => {});
    // One that was never joined is not ours to end: it may be open in another window.
    if (reason !== null && this.#startedAt !== 0) await this.ports.end(reason).catch(() => {});
    this.#change({ phase: "over" });
  }

  #note(who: TranscriptLine["who"], said: string): void {
    const text = said.trim();
    const { lines } = this.#state;
    // What was typed comes back as heard from some engines.
    const isEcho = who === "person" && lines.findLast((line) => line.who === "person")?.text === text;
    if (text === "" || isEcho || lines.length >= MAX_LINES) return;
    const line = { who, text: text.slice(0, 4_000), atMs: Math.max(0, Math.round(this.ports.now() - this.#startedAt)) };
    this.#change({ lines: [...lines, line] });
  }

  #change(change: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
