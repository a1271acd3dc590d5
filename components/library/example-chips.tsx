"use client";
import { Plus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Chip } from "@/components/ui/chip";
import { CONTROL } from "@/components/ui/control-style";
import { IconButton } from "@/components/ui/icon-button";

const MOST = { example: 20, option: 50 } as const;

export type ExampleChipsProps = {
  name: string;
  examples: readonly string[];
  /** What each of them is called. */
  noun?: "example" | "option";
  onChange: (examples: readonly string[]) => void;
};

/** Values seen to work, or the options there are, one chip each; Enter adds what was typed. */
export function ExampleChips({ name, examples, noun = "example", onChange }: ExampleChipsProps) {
  const [typed, setTyped] = useState("");
  const add = () => {
    const example = typed.trim();
    if (example === "" || examples.includes(example) || examples.length >= MOST[noun]) return;
    onChange([...examples, example]);
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Inside a form Enter would send the whole pattern.
    event.preventDefault();
    add();
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {examples.map((example) => (
        <Chip
          key={example}
          removeLabel={`Remove the ${noun} ${example}`}
          onRemove={() => onChange(examples.filter((one) => one !== example))}
        >
          {example}
        </Chip>
      ))}
      <span className="flex min-w-36 flex-1 items-center gap-0.5">
        <input
          aria-label={`Another ${noun} for {${name}}`}
          placeholder={noun === "option" ? "Another option…" : "Another value seen to work…"}
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className={`${CONTROL} h-6 text-xs`}
        />
        <IconButton label={`Add this ${noun} to {${name}}`} size="small" icon={<Plus size={13} aria-hidden />} onClick={add} />
      </span>
    </div>
  );
}
