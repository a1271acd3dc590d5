import { BEAT_EVERY_SECONDS, type EndReason, endSentence, type LiveMode, MAX_LINES, type TranscriptLine } from "@/lib/domain/live/session";
import { type Microphone, MicrophoneRefused, type MicrophoneTrouble, type OpenMicrophone } from "./microphone";
import type { OpenStage, Stage, StageKey } from "./stage";

/** Every this many signs of life the engine is told too, or it would end a quiet session by itself. */
const KEEP_ALIVE_EVERY = 6;
const MOST_LINES_AT_ONCE = 200;
/** A line is told at once, with those that come right after it: a browser that dies takes none with it. Milliseconds. */
const TELL_AFTER_MS = 300;

export interface TalkState {
  readonly phase: "joining" | "live" | "leaving" | "over";
  readonly lines: readonly TranscriptLine[];
  readonly hasPicture: boolean;
  readonly isSpeaking: boolean;
  /** `asking`: the browser asks the person. A trouble: why it is closed. */
  readonly microphone: "off" | "asking" | "on" | MicrophoneTrouble;
  /** The connection to the engine is bad at the moment. */
  readonly isWeak: boolean;
  /** The studio was not reached the last time: it ends a session it hears nothing of. */
  readonly isUnheard: boolean;
  /** Whether it can be stopped in the middle of a word. */
  readonly mayInterrupt: boolean;
  /** What went wrong, in a sentence; null while nothing did. */
  readonly problem: string | null;
}

export interface TalkPorts {
  join(): Promise<StageKey>;
  /** Tells the studio that the session goes on, and what was said since `seen`. */
  hear(
    seen: number,
    lines: readonly TranscriptLine[],
  ): Promise<{ readonly goesOn: boolean; readonly endReason: EndReason | null; readonly kept: number }>;
  /** Ends it, with the last words. */
  end(reason: "person" | "left" | "engine", seen: number, lines: readonly TranscriptLine[]): Promise<void>;
  openStage: OpenStage;
  openMicrophone: OpenMicrophone;
  /** Calls back until it is told to stop. */
  every(ms: number, act: () => void): () => void;
  /** Calls back once. */
  after(ms: number, act: () => void): void;
  now(): number;
  sentenceOf(error: unknown): string;
}

/** One session as it is lived in one window: from the token to its end. Told of by `subscribe`, read by `state`. */
export class Talk {
  #state: TalkState = {
    phase: "joining",
    lines: [],
    hasPicture: false,
    isSpeaking: false,
    microphone: "off",
    isWeak: false,
    isUnheard: false,
    mayInterrupt: false,
    problem: null,
  };
  readonly #listeners = new Set<() => void>();
  #stage: Stage | null = null;
  #microphone: Microphone | null = null;
  #stopBeats = () => {};
  #willTell = false;
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
        onWeak: (isWeak) => this.#change({ isWeak }),
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
    this.#change({ phase: "live", mayInterrupt: this.#stage.interrupt !== undefined });
    this.#stopBeats = this.ports.every(BEAT_EVERY_SECONDS * 1_000, () => void this.#beat());
    await this.#beat();
  }

  attach(element: HTMLVideoElement): void {
    this.#stage?.attach(element);
  }

  /** In a script it is said, in a talk it is answered. */
  tell(text: string): void {
    if (this.#state.phase !== "live" || !this.#stage) return;
    if (this.mode === "script") this.#stage.say?.(text);
    else if (this.#stage.ask) {
      this.#note("person", text);
      this.#stage.ask(text);
    }
  }

  interrupt(): void {
    this.#stage?.interrupt?.();
  }

  /** Opens the microphone to the avatar, or closes it. */
  async listen(isOn: boolean): Promise<void> {
    const { phase, microphone } = this.#state;
    if (phase !== "live" || microphone === "asking" || (microphone === "on") === isOn) return;
    if (!isOn) return this.#mute("off");
    this.#change({ microphone: "asking" });
    try {
      this.#microphone = await this.ports.openMicrophone(() => void this.#mute("none"));
      await this.#stage?.listen(true);
      if (this.#state.phase === "live") this.#change({ microphone: "on" });
      else await this.#mute("off");
    } catch (error) {
      await this.#mute(error instanceof MicrophoneRefused ? error.trouble : "taken");
    }
  }

  /** How loud the person is, 0–1. */
  readonly loudness = (): number => this.#microphone?.level() ?? 0;

  async #mute(microphone: "off" | MicrophoneTrouble): Promise<void> {
    this.#microphone?.close();
    this.#microphone = null;
    this.#change({ microphone });
    await this.#stage?.listen(false).catch(() => {});
  }

  /** Ends it by hand. */
  leave(): Promise<void> {
    return this.#over("person", null);
  }

  /** The page goes away: the studio is told at once, with the last words, and does not wait for silence. */
  abandon(): void {
    const { phase } = this.#state;
    if (phase === "over" || phase === "leaving") return;
    this.#stopBeats();
    this.#state = { ...this.#state, phase: "over" };
    this.#microphone?.close();
    // What was being said when it is left becomes its last line.
    void this.#stage?.leave().catch(() => {});
    if (this.#startedAt !== 0) this.ports.end("left", this.#confirmed, this.#untold()).catch(() => {});
  }

  readonly #untold = () => this.#state.lines.slice(this.#confirmed, this.#confirmed + MOST_LINES_AT_ONCE);

  async #beat(): Promise<void> {
    if (this.#state.phase === "over") return;
    this.#beats += 1;
    if (this.#beats % KEEP_ALIVE_EVERY === 0) this.#stage?.keepAlive();
    await this.#tell();
  }

  /** Tells what is new. What was lost on the way is said again the next time; half a minute of silence is what ends a session. */
  async #tell(): Promise<void> {
    try {
      const { goesOn, endReason, kept } = await this.ports.hear(this.#confirmed, this.#untold());
      this.#confirmed = Math.min(kept, this.#state.lines.length);
      if (this.#state.isUnheard) this.#change({ isUnheard: false });
      if (!goesOn && this.#state.phase === "live")
        await this.#over(null, endReason === null || endReason === "person" ? "The studio ended the session." : endSentence(endReason));
    } catch {
      if (this.#state.phase === "live") this.#change({ isUnheard: true });
    }
  }

  #tellSoon(): void {
    if (this.#willTell || this.#state.phase !== "live") return;
    this.#willTell = true;
    this.ports.after(TELL_AFTER_MS, () => {
      this.#willTell = false;
      if (this.#state.phase === "live") void this.#tell();
    });
  }

  /** Ends it once; whoever ends it again waits for that end. */
  #over(reason: "person" | "engine" | null, problem: string | null): Promise<void> {
    this.#ending ??= this.#end(reason, problem);
    return this.#ending;
  }

  async #end(reason: "person" | "engine" | null, problem: string | null): Promise<void> {
    const { phase } = this.#state;
    if (phase === "over") return;
    this.#change({ phase: "leaving", problem, isSpeaking: false, isWeak: false });
    this.#stopBeats();
    if (this.#microphone) await this.#mute("off");
    await this.#stage?.leave().catch(() => {});
    if (phase === "live") await this.#tell();
    // One that was never joined is not ours to end: it may be open in another window.
    if (reason !== null && this.#startedAt !== 0) await this.ports.end(reason, this.#confirmed, this.#untold()).catch(() => {});
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
    this.#tellSoon();
  }

  #change(change: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
