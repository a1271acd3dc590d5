/** What a stage tells whoever opened it. */
export interface StagePorts {
  /** Picture and sound are there: {@link Stage.attach} has something to show. */
  onPicture(): void;
  onSpeaking(isSpeaking: boolean): void;
  onSaid(who: "person" | "avatar", text: string): void;
  /** The connection to the engine is bad, or good again; it is mended without anybody doing anything. */
  onWeak(isWeak: boolean): void;
  /** The engine ended it, or the connection was lost for good. Not said after {@link Stage.leave}. */
  onLost(): void;
}

/** An avatar in a browser: what one can do with it, whoever makes it. */
export interface Stage {
  attach(element: HTMLVideoElement): void;
  /** It says these words. Absent where it cannot be written to. */
  say?(text: string): void;
  /** It answers these words. Absent where it cannot be written to. */
  ask?(text: string): void;
  /** Absent where it cannot be stopped in the middle of a word. */
  interrupt?(): void;
  /** Opens or closes the microphone to it. Rejects when it cannot be had. */
  listen(isOn: boolean): Promise<void>;
  keepAlive(): void;
  leave(): Promise<void>;
}

/** What opens one session at its engine. */
export interface StageKey {
  readonly engineId: string;
  /** The engine's own id of the session. */
  readonly remoteId: string;
  readonly token: string;
  /** Where the engine's own interface answers; null: at the provider's. */
  readonly baseUrl: string | null;
}

export type OpenStage = (key: StageKey, ports: StagePorts) => Promise<Stage>;
