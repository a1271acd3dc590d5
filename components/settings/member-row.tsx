"use client";
import { Ellipsis, KeyRound, Link2, Link2Off, MonitorSmartphone, UserMinus } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { ROLES, type Role } from "@/lib/domain/access/policy";
import type { MemberView } from "@/lib/domain/member/view";
import { ROLE_WORDS } from "./words";

const ROLE_OPTIONS = ROLES.map((value) => ({ value, ...ROLE_WORDS[value] }));

export type MemberRowProps = {
  member: MemberView;
  isMe: boolean;
  /** Whether the reader manages members; others see the team only. */
  manages: boolean;
  onRole: (role: Role) => void;
  onInvite: () => void;
  onWithdraw: (invitationId: string) => void;
  onSessions: () => void;
  onPasswordLink: () => void;
  onRemove: () => void;
};

/** A member or a seat that waits for somebody. */
export function MemberRow({ member, isMe, manages, onRole, onInvite, onWithdraw, onSessions, onPasswordLink, onRemove }: MemberRowProps) {
  const { displayName, role, state, email, lastSeenAt, invitation } = member;
  const isWaiting = state === "waiting";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <Avatar name={displayName} size={28} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate text-sm font-medium text-ink">
          {displayName}
          {isMe ? <span className="font-normal text-faint"> (you)</span> : null}
        </p>
        <p className="truncate text-xs text-faint">
          {isWaiting ? (
            invitation ? (
              <>
                Invited; the link ends <RelativeTime at={invitation.expiresAt} />
              </>
            ) : (
              "Nobody sits here yet"
            )
          ) : (
            <>
              {email ? `${email} · ` : null}
              {lastSeenAt ? (
                <>
                  seen <RelativeTime at={lastSeenAt} />
                </>
              ) : (
                "not seen yet"
              )}
            </>
          )}
        </p>
      </div>
      <div className="flex items-center justify-end gap-3 max-sm:w-full">
        {isWaiting ? <Badge tone={invitation ? "accent" : "plain"}>{invitation ? "Invited" : "Open seat"}</Badge> : null}
        {manages ? (
          <>
            <Select label={`Role of ${displayName}`} value={role} onChange={onRole} options={ROLE_OPTIONS} className="max-w-28" />
            <Menu trigger={<IconButton label={`Acts on ${displayName}`} icon={<Ellipsis size={15} aria-hidden />} />}>
              {isWaiting ? (
                <MenuItem icon={<Link2 size={14} aria-hidden />} onSelect={onInvite}>
                  {invitation ? "New invitation link…" : "Invitation link…"}
                </MenuItem>
              ) : (
                <MenuItem icon={<MonitorSmartphone size={14} aria-hidden />} onSelect={onSessions}>
                  Sessions…
                </MenuItem>
              )}
              {isWaiting || isMe ? null : (
                <MenuItem icon={<KeyRound size={14} aria-hidden />} onSelect={onPasswordLink}>
                  Password link…
                </MenuItem>
              )}
              {invitation ? (
                <MenuItem icon={<Link2Off size={14} aria-hidden />} onSelect={() => onWithdraw(invitation.id)}>
                  Withdraw the link
                </MenuItem>
              ) : null}
              <MenuSeparator />
              <MenuItem icon={<UserMinus size={14} aria-hidden />} danger onSelect={onRemove}>
                Remove…
              </MenuItem>
            </Menu>
          </>
        ) : (
          <span className="text-sm text-muted">{ROLE_WORDS[role].label}</span>
        )}
      </div>
    </li>
  );
}
