import type { OpenStage } from "./stage";

/**
 * Opens a session with LiveAvatar's own client. It and the conference client inside it weigh half a megabyte, so they are
 * loaded when somebody joins, and never with any other page.
 */
export const openLiveAvatar: OpenStage = async ({ token, baseUrl }, ports) => {
  const { AgentEventsEnum, ConnectionQuality, LiveAvatarSession, SessionDisconnectReason, SessionEvent } = await import(
    "@heygen/liveavatar-web-sdk"
  );
  const session = new LiveAvatarSession(token, { voiceChat: false, ...(baseUrl === null ? {} : { apiUrl: baseUrl }) });
  let isListening = false;
  session.on(SessionEvent.SESSION_STREAM_READY, () => ports.onPicture());
  session.on(SessionEvent.SESSION_CONNECTION_QUALITY_CHANGED, (quality) => ports.onWeak(quality === ConnectionQuality.BAD));
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
