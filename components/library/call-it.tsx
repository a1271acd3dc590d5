"use client";
import { BookOpen, KeyRound } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { Tabs } from "@/components/ui/tabs";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { CALL_LANGUAGES, type CallLanguage, callCode } from "@/lib/domain/pattern/call-code";
import type { LabelName, PatternView } from "@/lib/domain/pattern/view";

const LANGUAGES = { curl: "curl", typescript: "TypeScript", python: "Python" } as const satisfies Record<CallLanguage, string>;

const never = () => () => {};

/** How a program runs this pattern: code to copy, with its own variables, for the label engineers should call. */
export function CallIt({ pattern }: { pattern: PatternView }) {
  const { labels, versions, slug, name } = pattern;
  const [language, setLanguage] = useState<CallLanguage>("typescript");
  const [asked, ask] = useState<LabelName | null>(null);
  const studio = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
  const label = asked ?? (labels.production === undefined ? "candidate" : "production");
  const number = labels[label];
  const called = versions.find((version) => version.number === number) ?? versions[0];
  if (!called) return null;
  const code = (shown: CallLanguage) => callCode(shown, { studio, slug, at: label, variables: called.template.variables });
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ToggleGroup
          label="Called by"
          value={label}
          onChange={ask}
          options={[
            { value: "production", label: "production" },
            { value: "candidate", label: "candidate" },
          ]}
        />
        <div className="flex gap-2">
          <ButtonLink href="/settings/keys" size="small" icon={<KeyRound size={13} aria-hidden />}>
            Keys
          </ButtonLink>
          <ButtonLink href="/api/v1/docs#pattern.run-called" size="small" prefetch={false} icon={<BookOpen size={13} aria-hidden />}>
            Reference
          </ButtonLink>
        </div>
      </div>
      <p className="text-xs text-muted text-pretty">
        {number === undefined
          ? `No version of “${name}” is labelled ${label} yet: a call is refused until one is.`
          : `Today this is version ${number}. When the label moves, the next call is made by the other version.`}
      </p>
      <Tabs
        label="Language"
        value={language}
        onChange={setLanguage}
        tabs={CALL_LANGUAGES.map((id) => ({
          id,
          label: LANGUAGES[id],
          content: (
            <div className="pt-3">
              <CodeBlock label={`Call in ${LANGUAGES[id]}`} code={code(id)} />
            </div>
          ),
        }))}
      />
    </div>
  );
}
