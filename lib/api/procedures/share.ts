import { changeShare } from "@/lib/services/guest/change-share";
import { createShare } from "@/lib/services/guest/create-share";
import { guestsOnCard } from "@/lib/services/guest/guests-on-card";
import { listShares } from "@/lib/services/guest/list-shares";
import { revokeShare } from "@/lib/services/guest/revoke-share";
import { acceptMark, dismissMark } from "@/lib/services/guest/settle-mark";
import { shareLog } from "@/lib/services/guest/share-log";
import { procedure } from "../procedure";

const tags = ["Guests"] as const;

export const share = {
  list: procedure(listShares, {
    method: "GET",
    path: "/shares",
    summary: "List share links, of one card, of one playlist or of the workspace",
    tags,
  }),
  create: procedure(createShare, {
    method: "POST",
    path: "/shares",
    summary: "Make a link that shows review cards or a playlist to guests; its address is shown once",
    tags,
    description: "For signed-in people: a key cannot let anybody in.",
    answersSecret: true,
  }),
  change: procedure(changeShare, { method: "PATCH", path: "/shares/{linkId}", summary: "Change what a share link shows and allows", tags }),
  revoke: procedure(revokeShare, {
    method: "DELETE",
    path: "/shares/{linkId}",
    summary: "Take a share link back, at once and for good",
    tags,
  }),
  log: procedure(shareLog, {
    method: "GET",
    path: "/shares/{linkId}/guests",
    summary: "Read who came through a share link, with what, when, and what they looked at",
    tags,
  }),
};

/** What the team does with what guests said. A guest's own acts have no procedure. */
export const guest = {
  onCard: procedure(guestsOnCard, {
    method: "GET",
    path: "/cards/{cardId}/guests",
    summary: "Read what guests recommend and marked on a review card",
    tags,
  }),
  acceptMark: procedure(acceptMark, {
    method: "POST",
    path: "/guest-marks/{markId}/defect",
    summary: "Take a guest's mark for a defect",
    tags,
  }),
  dismissMark: procedure(dismissMark, { method: "DELETE", path: "/guest-marks/{markId}", summary: "Set a guest's mark aside", tags }),
};
