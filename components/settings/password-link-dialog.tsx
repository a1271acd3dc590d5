"use client";
import { useMutation } from "@tanstack/react-query";
import { Dialog } from "@/components/ui/dialog";
import { studio } from "@/lib/client/query";
import type { MemberView } from "@/lib/domain/member/view";
import { LinkShown, MakeLink } from "./link-shown";

const UNTIL = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export type PasswordLinkDialogProps = { member: MemberView; onClose: () => void };

/** Makes the link by which a member who lost their password chooses a new one. Mount it to ask. */
export function PasswordLinkDialog({ member, onClose }: PasswordLinkDialogProps) {
  const make = useMutation(studio.member.makeResetLink.mutationOptions({ meta: { isQuiet: true } }));
  const link = make.data;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Password link for ${member.displayName}`}
      description="Whoever opens the link chooses the password and is signed in as them. Send it only to them."
    >
      {link ? (
        <LinkShown label="Password link" path={link.path} until={UNTIL.format(new Date(link.expiresAt))} onClose={onClose} />
      ) : (
        <MakeLink busy={make.isPending} error={make.error} onMake={() => make.mutate({ memberId: member.id })}>
          Until it is used, the present password goes on. Then {member.displayName} is signed out everywhere. A new link makes an earlier
          one stop working.
        </MakeLink>
      )}
    </Dialog>
  );
}
