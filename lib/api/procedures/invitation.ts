import { revokeInvitation } from "@/lib/services/member/revoke-invitation";
import { procedure } from "../procedure";

const tags = ["Members"] as const;

export const invitation = {
  revoke: procedure(revokeInvitation, {
    method: "DELETE",
    path: "/invitations/{invitationId}",
    summary: "Revoke an invitation link",
    tags,
  }),
};
