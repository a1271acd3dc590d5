"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/lib/client/sentence";
import { ShownOnce } from "./shown-once";

export type LinkShownProps = { label: string; path: string; until: string; onClose: () => void };

/** A link that works once, shown this once. */
export function LinkShown({ label, path, until, onClose }: LinkShownProps) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <ShownOnce label={label} secret={new URL(path, window.location.origin).href}>
        {`It is shown this once, works once, and ends on ${until}.`}
      </ShownOnce>
      <Button className="justify-self-end" onClick={onClose}>
        Done
      </Button>
    </div>
  );
}

export type MakeLinkProps = { busy: boolean; error: Error | null; onMake: () => void; children: ReactNode };

/** What a link will do, and the button that makes it. */
export function MakeLink({ busy, error, onMake, children }: MakeLinkProps) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-sm text-muted text-pretty">{children}</p>
      {error ? (
        <p role="alert" className="text-sm text-bad">
          {sentenceOf(error)}
        </p>
      ) : null}
      <Button variant="primary" className="justify-self-end" busy={busy} onClick={onMake}>
        Make the link
      </Button>
    </div>
  );
}
