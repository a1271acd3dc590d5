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
  const [typed, setTyped] = useState({ text: joined, means: joined });
  const text = typed.means === joined ? typed.text : joined;
  return (
    <Input
      mono
      aria-label={label}
      value={text}
      placeholder={placeholder}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const parts = next.trim() === "" ? [] : next.trim().split(BAR);
        setTyped({ text: next, means: parts.join(" | ") });
        onChange(parts);
      }}
    />
  );
}
