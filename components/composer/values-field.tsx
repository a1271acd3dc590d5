"use client";
import { useState } from "react";
import { Input } from "@/components/ui/input";

export interface ValuesFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly placeholder: string;
  readonly onChange: (values: string[]) => void;
}

const BAR = /\s*\|\s*/;

/** Values side by side, parted by bars. What is being typed stays as it is typed; a change from elsewhere takes its place. */
export function ValuesField({ label, values, placeholder, onChange }: ValuesFieldProps) {
  const joined = values.join(" | ");
  const [typed, setTyped] = useState<{ readonly text: string; readonly became: string | null }>({ text: joined, became: joined });
  // What was typed may mean less than it says – a bar with nothing behind it yet – and still stays as it is.
  if (typed.became === null) setTyped({ text: typed.text, became: joined });
  const text = typed.became === null || typed.became === joined ? typed.text : joined;
  return (
    <Input
      mono
      aria-label={label}
      value={text}
      placeholder={placeholder}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const parts = next.trim() === "" ? [] : next.trim().split(BAR);
        setTyped({ text: next, became: null });
        onChange(parts);
      }}
    />
  );
}
