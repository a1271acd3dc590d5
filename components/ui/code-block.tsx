"use client";
import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button";

export type CodeBlockProps = {
  /** What it is, for those who do not see it: "Call in Python". */
  label: string;
  code: string;
};

/** Text to take along as it stands: scrolls within itself, and is copied whole. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  const text = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState<{ code: string; how: "yes" | "selected" } | null>(null);
  const how = copied?.code === code ? copied.how : null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied({ code, how: "yes" });
    } catch {
      // Browsers refuse the clipboard outside a secure page: selected, the person copies it with the keyboard.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setCopied({ code, how: "selected" });
    }
  };
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="relative">
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached and scrolled by keyboard.
          tabIndex={0}
          aria-label={label}
          className="max-h-96 overflow-auto rounded-md border border-line bg-inset p-3 pr-24"
        >
          <pre ref={text} className="font-mono text-xs leading-relaxed text-ink">
            {code}
          </pre>
        </section>
        <Button
          size="small"
          className="absolute top-2 right-2"
          icon={how === "yes" ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
          onClick={() => void copy()}
        >
          {how === "yes" ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="text-xs text-warn empty:hidden">
        {how === "selected" ? "The browser does not let pages copy here. It is selected: press Ctrl or ⌘ and C." : null}
      </p>
    </div>
  );
}
