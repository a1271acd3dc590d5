import { z } from "zod";
import { RunwayWords, type SaidLine } from "./runway-words";
import type { OpenStage } from "./stage";

const BASE_URL = "https://api.dev.runwayml.com/v1";
const RoomPlace = z.object({ url: z.string().min(1), token: z.string().min(1) });

/**
 * Opens a session with Runway's real-time avatars: the session key is turned into a place in a LiveKit room, once. It hears and answers;
 * there is no way to write to it. The conference client is loaded when somebody joins.
 */
export const openRunway: OpenStage = async ({ token, baseUrl, remoteId }, ports) => {
  const { Room, RoomEvent, Track } = await import("livekit-client");
  const answer = await fetch(`${(baseUrl ?? BASE_URL).replace(/\/+$/, "")}/realtime_sessions/${encodeURIComponent(remoteId)}/consume`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`Runway gave no place in the room (${answer.status}).`);
  const place = RoomPlace.parse(await answer.json());
  const room = new Room({ adaptiveStream: false, dynacast: false, disconnectOnPageLeave: false });
  const words = new RunwayWords(() => room.localParticipant.identity);
  const tell = (lines: readonly SaidLine[]) => {
    for (const { who, text } of lines) ports.onSaid(who, text);
  };
  const tracks = new Map<string, { attach(element: HTMLMediaElement): HTMLMediaElement }>();
  let isLeaving = false;
  room.on(RoomEvent.TrackSubscribed, (track) => {
    tracks.set(track.kind, track);
    if (tracks.has(Track.Kind.Video) && tracks.has(Track.Kind.Audio)) ports.onPicture();
  });
  room.on(RoomEvent.DataReceived, (payload, participant) => tell(words.take(payload, participant?.identity)));
  room.on(RoomEvent.TranscriptionReceived, (segments, participant) => {
    for (const segment of segments) tell(words.segment(segment, participant?.identity));
  });
  room.on(RoomEvent.ActiveSpeakersChanged, (speakers) => ports.onSpeaking(speakers.some((speaker) => !speaker.isLocal)));
  room.on(RoomEvent.Reconnecting, () => ports.onWeak(true));
  room.on(RoomEvent.Reconnected, () => ports.onWeak(false));
  room.on(RoomEvent.Disconnected, () => {
    tell(words.rest());
    if (!isLeaving) ports.onLost();
  });
  await room.connect(place.url, place.token);
  return {
    attach: (element) => {
      for (const track of tracks.values()) track.attach(element);
    },
    listen: async (isOn) => void (await room.localParticipant.setMicrophoneEnabled(isOn)),
    keepAlive: () => {},
    leave: async () => {
      isLeaving = true;
      tell(words.rest());
      const goodbye = new TextEncoder().encode(JSON.stringify({ type: "END_CALL" }));
      // It is stopped at the engine by the studio in any case.
      await room.localParticipant.publishData(goodbye, { reliable: true }).catch(() => {});
      await room.disconnect();
    },
  };
};
