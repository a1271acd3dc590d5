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
import { ShownOnce } from "./shown-once";
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
        <LinkShown link={link} onClose={onClose} />
      ) : seat ? (
        <ForSeat seat={seat} onLink={setLink} />
      ) : (
        <ForNewSeat onLink={setLink} />
      )}
    </Dialog>
  );
}

function LinkShown({ link, onClose }: { link: InvitationLink; onClose: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <ShownOnce label="Invitation link" secret={new URL(link.path, window.location.origin).href}>
        {`It is shown this once, works once, and ends on ${UNTIL.format(new Date(link.expiresAt))}.`}
      </ShownOnce>
      <Button className="justify-self-end" onClick={onClose}>
        Done
      </Button>
    </div>
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
    <div className="grid grid-cols-1 gap-3">
      <p className="text-sm text-muted text-pretty">
        {seat.invitation
          ? "This seat has a link already. A new one makes the old one stop working."
          : `A link for the seat of ${ROLE_WORDS[seat.role].label.toLowerCase()}.`}
      </p>
      {invite.error ? (
        <p role="alert" className="text-sm text-bad">
          {sentenceOf(invite.error)}
        </p>
      ) : null}
      <Button variant="primary" className="justify-self-end" busy={invite.isPending} onClick={() => invite.mutate({ memberId: seat.id })}>
        Make the link
      </Button>
    </div>
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
