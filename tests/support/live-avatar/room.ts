import type { Server } from "node:http";
import {
  DataPacket,
  DataPacket_Kind,
  ParticipantInfo_State,
  SignalRequest,
  SignalResponse,
  TrackSource,
  TrackType,
  UserPacket,
} from "@livekit/protocol";
import wrtc from "@roamhq/wrtc";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

const WIDTH = 160;
const HEIGHT = 120;
const FRAME_MS = 50;
const SOUND_MS = 10;
const SAMPLES = 480;
const AVATAR = "PA_avatar";

const Command = z.object({ event_id: z.string().optional(), event_type: z.string(), text: z.string().optional() });
const MAY_DO = { canPublish: true, canSubscribe: true, canPublishData: true };

/** A provider whose sessions meet here. */
interface Host {
  readonly server: Server;
  readonly url: string;
  readonly sessions: ReadonlyMap<string, { readonly id: string; readonly startedAtMs: number | null }>;
  readonly unexpected: string[];
  roomUrl: string | null;
}

/** How an avatar behaves there: LiveAvatar's takes words and answers them, Runway's only speaks. */
type Manner = "liveavatar" | "runway";

/**
 * The conference room a live session meets in: real WebRTC on loopback, with an avatar that shows a picture that changes,
 * sounds silent, says what it is told and answers what it is asked. As much of the protocol as the client asks for.
 */
export function openRooms(standIn: Host, manner: Manner = "liveavatar"): { close(): void } {
  const sockets = new WebSocketServer({ server: standIn.server });
  standIn.roomUrl = new URL(standIn.url).origin.replace("http:", "ws:");
  const leaves = new Set<() => void>();
  sockets.on("connection", (socket, request) => {
    const asked = new URL(request.url ?? "", standIn.url).searchParams.get("access_token");
    const session = standIn.sessions.get(asked?.replace("room.", "") ?? "");
    if (!session || session.startedAtMs === null) {
      standIn.unexpected.push(`room: ${asked}`);
      socket.close();
      return;
    }
    const leave = meet(socket, session.id, manner);
    leaves.add(leave);
    socket.once("close", () => {
      leave();
      leaves.delete(leave);
    });
  });
  return {
    close() {
      for (const leave of leaves) leave();
      sockets.close();
    },
  };
}

/** One person's stay in a room. Returns how it ends. */
function meet(socket: WebSocket, sessionId: string, manner: Manner): () => void {
  const seen = new wrtc.RTCPeerConnection({});
  const heard = new wrtc.RTCPeerConnection({});
  const picture = new wrtc.nonstandard.RTCVideoSource();
  const sound = new wrtc.nonstandard.RTCAudioSource();
  seen.addTrack(picture.createTrack(), streamCalled(`${AVATAR}|TR_picture`));
  seen.addTrack(sound.createTrack(), streamCalled(`${AVATAR}|TR_sound`));
  const reliable = seen.createDataChannel("_reliable", { ordered: true });
  seen.createDataChannel("_lossy", { ordered: false, maxRetransmits: 0 });

  const send = (message: NonNullable<ConstructorParameters<typeof SignalResponse>[0]>["message"]) => {
    if (message && socket.readyState === socket.OPEN) socket.send(new SignalResponse({ message }).toBinary());
  };
  const tell = (event: object) => {
    const payload = new TextEncoder().encode(JSON.stringify({ event_id: "e", ...event }));
    const topic = manner === "liveavatar" ? { topic: "agent-response" } : {};
    const user = new UserPacket({ payload, ...topic, participantIdentity: "agent" });
    if (reliable.readyState === "open")
      reliable.send(Uint8Array.from(new DataPacket({ kind: DataPacket_Kind.RELIABLE, value: { case: "user", value: user } }).toBinary()));
  };
  const say = (text: string) => {
    tell({ event_type: "avatar.speak_started" });
    tell({ event_type: "avatar.transcription", text });
    tell({ event_type: "avatar.speak_ended" });
  };
  const greet = () => {
    for (const [turn, text] of [
      [1, "Hello"],
      [1, ", I am your host."],
      [2, "What shall we talk about?"],
    ])
      tell({ type: "transcription", role: "assistant", turn, text });
  };
  if (manner === "runway") reliable.onopen = greet;
  heard.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      const packet = DataPacket.fromBinary(new Uint8Array(data));
      if (packet.value.case !== "user" || packet.value.value.topic !== "agent-control") return;
      const { event_type, text = "" } = Command.parse(JSON.parse(new TextDecoder().decode(packet.value.value.payload)));
      if (event_type === "avatar.speak_text") say(text);
      if (event_type === "avatar.speak_response") say(`You said: ${text}`);
    };
  };
  for (const [connection, target] of [
    [heard, 0],
    [seen, 1],
  ] as const)
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) send({ case: "trickle", value: { candidateInit: JSON.stringify(candidate), target } });
    };

  socket.on("message", async (data: Buffer) => {
    const { message } = SignalRequest.fromBinary(new Uint8Array(data));
    switch (message.case) {
      case "answer":
        return seen.setRemoteDescription({ type: "answer", sdp: message.value.sdp });
      case "offer": {
        await heard.setRemoteDescription({ type: "offer", sdp: message.value.sdp });
        const answer = await heard.createAnswer();
        await heard.setLocalDescription(answer);
        return send({ case: "answer", value: { type: "answer", sdp: answer.sdp ?? "" } });
      }
      case "trickle": {
        const to = message.value.target === 0 ? heard : seen;
        // A candidate of a network this machine does not have.
        return to.addIceCandidate(JSON.parse(message.value.candidateInit)).catch(() => {});
      }
      case "ping":
      case "pingReq":
        return send({ case: "pong", value: 0n });
      case "leave":
        return socket.close();
      default:
        return;
    }
  });

  send({ case: "join", value: joined(sessionId) });
  void seen.createOffer().then(async (offer) => {
    await seen.setLocalDescription(offer);
    send({ case: "offer", value: { type: "offer", sdp: seen.localDescription?.sdp ?? "" } });
  });

  let frame = 0;
  const pictures = setInterval(() => picture.onFrame({ width: WIDTH, height: HEIGHT, data: grey(80 + (frame++ % 100)) }), FRAME_MS);
  const sounds = setInterval(
    () =>
      sound.onData({ samples: new Int16Array(SAMPLES), sampleRate: 48_000, bitsPerSample: 16, channelCount: 1, numberOfFrames: SAMPLES }),
    SOUND_MS,
  );
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    clearInterval(pictures);
    clearInterval(sounds);
    seen.close();
    heard.close();
  };
}

const joined = (sessionId: string) => ({
  room: { sid: "RM_1", name: "room" },
  participant: { sid: "PA_person", identity: "person", state: ParticipantInfo_State.ACTIVE, permission: MAY_DO },
  otherParticipants: [
    {
      sid: AVATAR,
      identity: "heygen",
      state: ParticipantInfo_State.ACTIVE,
      permission: MAY_DO,
      tracks: [
        {
          sid: "TR_picture",
          type: TrackType.VIDEO,
          source: TrackSource.CAMERA,
          name: "picture",
          width: WIDTH,
          height: HEIGHT,
          mimeType: "video/VP8",
        },
        { sid: "TR_sound", type: TrackType.AUDIO, source: TrackSource.MICROPHONE, name: "sound", mimeType: "audio/opus" },
      ],
    },
    { sid: "PA_agent", identity: `liveavatar-agent-${sessionId}`, state: ParticipantInfo_State.ACTIVE, tracks: [] },
  ],
  serverVersion: "1.9.0",
  subscriberPrimary: true,
  pingTimeout: 15,
  pingInterval: 5,
  iceServers: [],
  serverInfo: { protocol: 16, version: "1.9.0" },
});

/** The client tells whose a track is by its stream's name, which the library takes and its types do not know. */
function streamCalled(id: string): MediaStream {
  const stream: MediaStream = Reflect.construct(wrtc.MediaStream, [{ id }]);
  return stream;
}

/** A plain frame in I420. */
function grey(level: number): Uint8Array {
  const pixels = WIDTH * HEIGHT;
  const frame = new Uint8Array(pixels * 1.5).fill(128);
  return frame.fill(level, 0, pixels);
}
