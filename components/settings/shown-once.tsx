"use client";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Input } from "@/components/ui/input";

export type ShownOnceProps = {
  /** What it is, as the field's name: "Invitation link". */
  label: string;
  secret: string;
  /** Why it will not be seen again, and what to do with it. */
  children: string;
};

/** A secret at the only moment it is known, with a way to take it along. */
export function ShownOnce({ label, secret, children }: ShownOnceProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<"yes" | "refused" | null>(null);
  const copy = async () => setCopied((await copyText(secret, field.current)) ? "yes" : "refused");
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex gap-1.5">
        <Input
          ref={field}
          mono
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1"
        />
        <Button
          variant="primary"
          icon={copied === "yes" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="flex items-start gap-1.5 text-xs text-warn text-pretty">
        <TriangleAlert size={13} aria-hidden className="mt-px shrink-0" />
        {copied === "refused" ? "The browser does not let pages copy here. It is selected: press Ctrl or ⌘ and C." : children}
      </p>
    </div>
  );
}
