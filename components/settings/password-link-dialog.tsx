"use client";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { MemberView } from "@/lib/domain/member/view";
import { ShownOnce } from "./shown-once";

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
        <div className="grid grid-cols-1 gap-3">
          <ShownOnce label="Password link" secret={new URL(link.path, window.location.origin).href}>
            {`It is shown this once, works once, and ends on ${UNTIL.format(new Date(link.expiresAt))}.`}
          </ShownOnce>
          <Button className="justify-self-end" onClick={onClose}>
            Done
          </Button>
        </div>
      ) : (
        <div className="grid grid-cols-1 gap-3">
          <p className="text-sm text-muted text-pretty">
            Until it is used, the present password goes on. Then {member.displayName} is signed out everywhere. A new link makes an earlier
            one stop working.
          </p>
          {make.error ? (
            <p role="alert" className="text-sm text-bad">
              {sentenceOf(make.error)}
            </p>
          ) : null}
          <Button variant="primary" className="justify-self-end" busy={make.isPending} onClick={() => make.mutate({ memberId: member.id })}>
            Make the link
          </Button>
        </div>
      )}
    </Dialog>
  );
}
