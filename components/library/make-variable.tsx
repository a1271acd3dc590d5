"use client";
import { Braces } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { readInput } from "@/lib/domain/input/read-input";
import { nameFor } from "@/lib/domain/pattern/draft";
import { VariableName } from "@/lib/domain/pattern/variable";

export type MakeVariableProps = {
  /** What is selected in the text; empty while nothing is. */
  phrase: string;
  onMake: (phrase: string, name: string) => void;
};

/** Turns the selected phrase into a variable: a name, and Enter. */
export function MakeVariable({ phrase, onMake }: MakeVariableProps) {
  // What somebody typed belongs to the phrase it was typed for.
  const [typed, setTyped] = useState<{ phrase: string; name: string } | null>(null);
  const name = typed?.phrase === phrase ? typed.name : nameFor(phrase);
  const refusal = refusalFor(phrase, name);
  const make = () => {
    if (refusal === null) onMake(phrase, name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    make();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-xs text-muted">
      {phrase === "" ? (
        <p className="flex-1 text-faint text-pretty">
          Select a phrase in the text to make it a variable, or type a name in braces: {"{subject}"}.
        </p>
      ) : (
        <>
          <span className="max-w-60 truncate font-mono text-ink">“{phrase}”</span>
          <span>becomes</span>
          <Input
            mono
            aria-label="Name of the variable"
            value={name}
            maxLength={40}
            onChange={(event) => setTyped({ phrase, name: event.currentTarget.value })}
            onKeyDown={onKeyDown}
            className="max-w-44"
          />
        </>
      )}
      <Button size="small" icon={<Braces size={13} aria-hidden />} disabledReason={refusal} onClick={make}>
        Make variable
      </Button>
    </div>
  );
}

function refusalFor(phrase: string, name: string): string | null {
  if (phrase === "") return "Select a phrase in the text first.";
  if (/[{}]/.test(phrase)) return "Select words only, without a variable among them.";
  const read = readInput(VariableName, name);
  return "problem" in read ? read.problem.sentence : null;
}
