import { CircleCheck, ListTodo } from "lucide-react";
import type { MissingPart } from "@/lib/domain/review/missing-parts";
import { missingInWords } from "@/lib/domain/review/what-happened";

/** What a card lacks before anything can be submitted to it. */
export function MissingParts({ parts }: { parts: readonly MissingPart[] }) {
  const isComplete = parts.length === 0;
  const Icon = isComplete ? CircleCheck : ListTodo;
  return (
    <p aria-live="polite" className={`flex items-start gap-1.5 text-xs ${isComplete ? "text-ok" : "text-warn"}`}>
      <Icon size={13} aria-hidden className="mt-px shrink-0" />
      {isComplete ? "Complete: it can be submitted." : `Before it can be submitted, this card needs ${missingInWords(parts)}.`}
    </p>
  );
}
