"use client";
import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { MadeShareLink } from "@/lib/domain/guest/view";

export type MadeLinkProps = { open: boolean; onOpenChange: (open: boolean) => void; link: MadeShareLink; onBack: () => void };

/** The address of a new link, the one time it is to be had. */
export function MadeLink({ link, onBack, ...frame }: MadeLinkProps) {
  const field = useRef<HTMLInputElement>(null);
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  const address = `${origin}${link.path}`;
  const copy = async () => {
    if (await copyText(address, field.current)) announce({ tone: "ok", text: "The link is copied." });
    else announce({ tone: "warn", text: "Your browser keeps the clipboard shut here. The link is selected: copy it with the keyboard." });
  };
  return (
    <Dialog
      {...frame}
      title="The link is ready"
      description="Copy it now: only its fingerprint is kept, so it cannot be shown again. Lost, revoke it and make another."
      footer={
        <>
          <Button variant="ghost" onClick={onBack}>
            All links
          </Button>
          <Button variant="primary" onClick={() => void copy()}>
            Copy the link
          </Button>
        </>
      }
    >
      <Field label="Link" hint={link.hasPassword ? "Tell them the password by another way." : undefined}>
        <Input ref={field} mono readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </Field>
    </Dialog>
  );
}
