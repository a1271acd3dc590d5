import { endSession } from "@/lib/services/live/end-session";
import { getSession } from "@/lib/services/live/get-session";
import { hearSession } from "@/lib/services/live/hear-session";
import { joinSession } from "@/lib/services/live/join-session";
import { listOffers } from "@/lib/services/live/list-offers";
import { listSessions } from "@/lib/services/live/list-sessions";
import { readOffers } from "@/lib/services/live/read-offers";
import { startSession } from "@/lib/services/live/start-session";
import { procedure } from "../procedure";

const tags = ["Live sessions"] as const;

export const live = {
  list: procedure(listSessions, { method: "GET", path: "/live", summary: "List sessions with avatars, newest first", tags }),
  get: procedure(getSession, { method: "GET", path: "/live/{sessionId}", summary: "Read a session with everything that was said", tags }),
  start: procedure(startSession, {
    method: "POST",
    path: "/live",
    summary: "Hold the money of a session and open it at its engine",
    tags,
    description: "The price of its longest length is held; what it cost in the end is charged and the rest released.",
  }),
  offers: procedure(listOffers, {
    method: "GET",
    path: "/live-offers",
    summary: "List the avatars, voices and contexts of a live engine, as they were read last",
    tags,
  }),
  readOffers: procedure(readOffers, { method: "POST", path: "/live-offers", summary: "Read them again at the engine, for nothing", tags }),
  join: procedure(joinSession, {
    method: "POST",
    path: "/live/{sessionId}/join",
    summary: "Take the token of one's own session, once",
    tags,
    description: "For a signed-in browser only.",
    answersSecret: true,
  }),
  hear: procedure(hearSession, {
    method: "POST",
    path: "/live/{sessionId}/signs",
    summary: "Say that a session goes on, and what was said",
    tags,
    description: "For a signed-in browser only. A session that is not heard of for half a minute is ended.",
  }),
  end: procedure(endSession, { method: "POST", path: "/live/{sessionId}/end", summary: "End a session and settle its cost", tags }),
};
