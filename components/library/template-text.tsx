import { Fragment } from "react";

const VARIABLE = /(\{[a-z][a-z0-9_]{0,39}\})/;

/** A template as it is read: its variables stand out, and what stands for them is said where it is known. */
export function TemplateText({ text, values }: { text: string; values?: Readonly<Record<string, string>> }) {
  return (
    <span className="break-words whitespace-pre-wrap">
      {text.split(VARIABLE).map((part, index) => {
        const key = `${index} ${part}`;
        if (!VARIABLE.test(part)) return <Fragment key={key}>{part}</Fragment>;
        const value = values?.[part.slice(1, -1)]?.trim();
        return (
          <mark key={key} title={value ? part : undefined} className="rounded-sm bg-accent-soft px-0.5 text-accent-ink">
            {value ? value : part}
          </mark>
        );
      })}
    </span>
  );
}
