import { z } from "zod";
import { Transcript } from "@/lib/domain/live/session";
import { LiveSessionPage } from "@/lib/domain/live/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadSession, sessionView } from "./session-view";

export const getSession = read({
  verb: "live.get",
  permission: "workspace.read",
  input: z.strictObject({ sessionId: Id }),
  output: LiveSessionPage,
  async run({ db, actor }, { sessionId }) {
    const row = await loadSession(db, actor.workspaceId, sessionId);
    return { ...sessionView(row), transcript: Transcript.parse(row.transcript) };
  },
});
