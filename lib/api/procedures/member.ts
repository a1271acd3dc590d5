import { changeRole } from "@/lib/services/member/change-role";
import { inviteMember } from "@/lib/services/member/invite-member";
import { inviteToSeat } from "@/lib/services/member/invite-to-seat";
import { listMembers } from "@/lib/services/member/list-members";
import { makeResetLink } from "@/lib/services/member/make-reset-link";
import { readMe } from "@/lib/services/member/read-me";
import { removeMember } from "@/lib/services/member/remove-member";
import { procedure } from "../procedure";

const tags = ["Members"] as const;

export const member = {
  me: procedure(readMe, { method: "GET", path: "/me", summary: "Read who is asking: member, role and workspace", tags }),
  list: procedure(listMembers, { method: "GET", path: "/members", summary: "List members and seats that wait for somebody", tags }),
  invite: procedure(inviteMember, {
    method: "POST",
    path: "/members",
    summary: "Make a seat and a link that lets somebody take it once",
    tags,
    answersSecret: true,
  }),
  inviteToSeat: procedure(inviteToSeat, {
    method: "POST",
    path: "/members/{memberId}/invitations",
    summary: "Make a new link for a seat nobody has taken",
    tags,
    answersSecret: true,
  }),
  makeResetLink: procedure(makeResetLink, {
    method: "POST",
    path: "/members/{memberId}/password-resets",
    summary: "Make a link by which a member chooses a new password once",
    description: "Signed-in admins only. The link ends after a day; an earlier one of the same member stops working.",
    tags,
    answersSecret: true,
  }),
  changeRole: procedure(changeRole, { method: "PUT", path: "/members/{memberId}/role", summary: "Change the role of a member", tags }),
  remove: procedure(removeMember, {
    method: "DELETE",
    path: "/members/{memberId}",
    summary: "Remove a member and end their sessions",
    tags,
  }),
};
