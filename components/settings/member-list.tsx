"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may } from "@/lib/domain/access/policy";
import type { MemberView } from "@/lib/domain/member/view";
import { ConfirmDialog } from "./confirm-dialog";
import { InviteDialog } from "./invite-dialog";
import { MemberRow } from "./member-row";
import { PasswordLinkDialog } from "./password-link-dialog";
import { SessionList } from "./session-list";
import { SettingsSection } from "./settings-section";
import { MANAGED_BY_ADMINS, ROLE_WORDS } from "./words";

/** What is open in front of the list. */
type Asked = { readonly kind: "new-seat" } | { readonly kind: "invite" | "sessions" | "password" | "remove"; readonly member: MemberView };

/** The team, and the seats that wait for somebody. */
export function MemberList() {
  const queries = useQueryClient();
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const [asked, ask] = useState<Asked | null>(null);
  const close = () => ask(null);
  const onSettled = () => queries.invalidateQueries({ queryKey: studio.member.key() });
  const changeRole = useMutation(
    studio.member.changeRole.mutationOptions({
      onSettled,
      onSuccess: ({ role }) => announce({ tone: "ok", text: `The role is now ${ROLE_WORDS[role].label.toLowerCase()}.` }),
    }),
  );
  const withdraw = useMutation(
    studio.invitation.revoke.mutationOptions({
      onSettled,
      onSuccess: () => announce({ tone: "ok", text: "The link does not work any more. The seat stays." }),
    }),
  );
  const remove = useMutation(studio.member.remove.mutationOptions({ meta: { isQuiet: true }, onSettled, onSuccess: close }));

  const failed = members.error ?? me.error;
  const manages = me.data !== undefined && may(me.data.role, "member.manage");
  return (
    <SettingsSection
      title="Members"
      note="Who is on the team and what each may do. A seat without a person waits until an admin hands it out by a link."
      action={
        <Button
          variant="primary"
          icon={<UserPlus size={14} aria-hidden />}
          disabledReason={me.data && !manages ? MANAGED_BY_ADMINS : null}
          onClick={() => ask({ kind: "new-seat" })}
        >
          Invite
        </Button>
      }
    >
      {failed ? (
        <ErrorState title={sentenceOf(failed)} onRetry={() => void Promise.all([members.refetch(), me.refetch()])} />
      ) : members.data && me.data ? (
        <ul className="divide-y divide-line border-y border-line">
          {members.data.items.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isMe={member.id === me.data.memberId}
              manages={manages}
              onRole={(role) => role !== member.role && changeRole.mutate({ memberId: member.id, role })}
              onInvite={() => ask({ kind: "invite", member })}
              onWithdraw={(invitationId) => withdraw.mutate({ invitationId })}
              onSessions={() => ask({ kind: "sessions", member })}
              onPasswordLink={() => ask({ kind: "password", member })}
              onRemove={() => {
                remove.reset();
                ask({ kind: "remove", member });
              }}
            />
          ))}
        </ul>
      ) : (
        <Skeleton className="h-60" />
      )}
      {asked?.kind === "new-seat" ? <InviteDialog seat={null} onClose={close} /> : null}
      {asked?.kind === "invite" ? <InviteDialog seat={asked.member} onClose={close} /> : null}
      {asked?.kind === "password" ? <PasswordLinkDialog member={asked.member} onClose={close} /> : null}
      {asked?.kind === "sessions" ? (
        <Dialog open onOpenChange={close} title={`Where ${asked.member.displayName} is signed in`}>
          <SessionList memberId={asked.member.id} />
        </Dialog>
      ) : null}
      {asked?.kind === "remove" ? (
        <ConfirmDialog
          title={`Remove ${asked.member.displayName}?`}
          description={
            asked.member.state === "waiting"
              ? "The seat goes, and its invitation link stops working."
              : "They are signed out everywhere and their API keys stop working. What they made and decided keeps their name."
          }
          act="Remove"
          busy={remove.isPending}
          problem={remove.error ? sentenceOf(remove.error) : null}
          onConfirm={() => remove.mutate({ memberId: asked.member.id })}
          onClose={close}
        />
      ) : null}
    </SettingsSection>
  );
}
