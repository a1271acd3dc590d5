/** What a stage tells whoever opened it. */
export interface StagePorts {
  /** Picture and sound are there: {@link Stage.attach} has something to show. */
  onPicture(): void;
  onSpeaking(isSpeaking: boolean): void;
  onSaid(who: "person" | "avatar", text: string): void;
  /** The engine ended it, or the connection was lost for good. Not said after {@link Stage.leave}. */
  onLost(): void;
}

/** An avatar in a browser: what one can do with it, whoever makes it. */
export interface Stage {
  attach(element: HTMLVideoElement): void;
  /** It says these words. */
  say(text: string): void;
  /** It answers these words. */
  ask(text: string): void;
  interrupt(): void;
  /** Opens or closes the microphone. Rejects when the person does not allow it. */
  listen(isOn: boolean): Promise<void>;
  keepAlive(): void;
  leave(): Promise<void>;
}

export type OpenStage = (key: { readonly token: string; readonly baseUrl: string | null }, ports: StagePorts) => Promise<Stage>;

/**
 * Opens a session with LiveAvatar's own client. It and the conference client inside it weigh half a megabyte, so they are
 * loaded when somebody joins, and never with any other page.
 */
export const openLiveAvatar: OpenStage = async ({ token, baseUrl }, ports) => {
  const { AgentEventsEnum, LiveAvatarSession, SessionDisconnectReason, SessionEvent } = await import("@heygen/liveavatar-web-sdk");
  const session = new LiveAvatarSession(token, { voiceChat: false, ...(baseUrl === null ? {} : { apiUrl: baseUrl }) });
  let isListening = false;
  session.on(SessionEvent.SESSION_STREAM_READY, () => ports.onPicture());
  session.on(SessionEvent.SESSION_DISCONNECTED, (reason) => {
    if (reason !== SessionDisconnectReason.CLIENT_INITIATED) ports.onLost();
  });
  session.on(AgentEventsEnum.AVATAR_SPEAK_STARTED, () => ports.onSpeaking(true));
  session.on(AgentEventsEnum.AVATAR_SPEAK_ENDED, () => ports.onSpeaking(false));
  session.on(AgentEventsEnum.AVATAR_TRANSCRIPTION, ({ text }) => ports.onSaid("avatar", text));
  session.on(AgentEventsEnum.USER_TRANSCRIPTION, ({ text }) => ports.onSaid("person", text));
  await session.start();
  return {
    attach: (element) => session.attach(element),
    say: (text) => void session.repeat(text),
    ask: (text) => void session.message(text),
    interrupt: () => session.interrupt(),
    listen: async (isOn) => {
      if (isOn === isListening) return;
      if (isOn) await session.voiceChat.start();
      else session.voiceChat.stop();
      isListening = isOn;
    },
    keepAlive: () => void session.keepAlive(),
    leave: () => session.stop(),
  };
};
