"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { ROLES, type Role } from "@/lib/domain/access/policy";
import type { InvitationLink, MemberView } from "@/lib/domain/member/view";
import { LinkShown, MakeLink } from "./link-shown";
import { ROLE_WORDS } from "./words";

const ROLE_OPTIONS = ROLES.map((value) => ({ value, ...ROLE_WORDS[value] }));
const UNTIL = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

export type InviteDialogProps = {
  /** The seat that is handed out; null makes a new one. */
  seat: MemberView | null;
  onClose: () => void;
};

/** Hands out a seat by a link that works once. Mount it to ask. */
export function InviteDialog({ seat, onClose }: InviteDialogProps) {
  const [link, setLink] = useState<InvitationLink | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={seat ? `Invitation for ${seat.displayName}` : "Invite somebody"}
      description="Whoever opens the link takes the seat. Send it only to them."
    >
      {link ? (
        <LinkShown label="Invitation link" path={link.path} until={UNTIL.format(new Date(link.expiresAt))} onClose={onClose} />
      ) : seat ? (
        <ForSeat seat={seat} onLink={setLink} />
      ) : (
        <ForNewSeat onLink={setLink} />
      )}
    </Dialog>
  );
}

type OnLink = { onLink: (link: InvitationLink) => void };

function ForSeat({ seat, onLink }: { seat: MemberView } & OnLink) {
  const queries = useQueryClient();
  const invite = useMutation(
    studio.member.inviteToSeat.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onLink,
      onSettled: () => queries.invalidateQueries({ queryKey: studio.member.key() }),
    }),
  );
  return (
    <MakeLink busy={invite.isPending} error={invite.error} onMake={() => invite.mutate({ memberId: seat.id })}>
      {seat.invitation
        ? "This seat has a link already. A new one makes the old one stop working."
        : `A link for the seat of ${ROLE_WORDS[seat.role].label.toLowerCase()}.`}
    </MakeLink>
  );
}

function ForNewSeat({ onLink }: OnLink) {
  const queries = useQueryClient();
  const form = useId();
  const [displayName, setDisplayName] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const invite = useMutation(
    studio.member.invite.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onLink,
      onSettled: () => queries.invalidateQueries({ queryKey: studio.member.key() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (displayName.trim() !== "" && !invite.isPending) invite.mutate({ displayName, role });
  };
  return (
    <form id={form} onSubmit={submit} className="grid grid-cols-1 gap-3">
      <Field label="Name" hint="They can change it when they join." error={invite.error ? sentenceOf(invite.error) : null}>
        <Input value={displayName} maxLength={80} autoComplete="off" onChange={(event) => setDisplayName(event.currentTarget.value)} />
      </Field>
      <Field label="Role">
        <Select value={role} onChange={setRole} options={ROLE_OPTIONS} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="justify-self-end"
        busy={invite.isPending}
        disabledReason={displayName.trim() === "" ? "Say who is invited." : null}
      >
        Make the link
      </Button>
    </form>
  );
}
