"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type FormEvent, type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL, POPUP } from "@/components/ui/control-style";
import { studio } from "@/lib/client/query";
import { candidates, type Mentionable, mentionsIn, nameInText, namingAt } from "@/lib/domain/review/mention";

const MAX_SHOWN = 6;

export type CommentBoxProps = {
  ref?: Ref<{ focus: () => void }>;
  /** What the text is, for everybody. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** The word on the button: "Comment", "Answer", "Save". */
  word: string;
  isBusy: boolean;
  onSend: (text: string, mentions: string[]) => void;
  /** Puts the box away; absent where it always stands. */
  onCancel?: (() => void) | undefined;
  isFocused?: boolean;
};

/** Words on a card. An `@` opens the list of people: arrows choose, Enter takes, Esc closes. Ctrl or ⌘ with Enter sends. */
export function CommentBox({ ref, label, value, onChange, word, isBusy, onSend, onCancel, isFocused = false }: CommentBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }), []);
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const people = (members.data?.items ?? []).map(({ id, displayName, role }) => ({ id, name: displayName, role }));
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  // Esc closes the list for the name it was opened by; the next `@` opens it again.
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const naming = namingAt(value, caret);
  const found = naming && naming.from !== closedAt ? candidates(people, naming.query).slice(0, MAX_SHOWN) : [];
  const chosen = Math.min(at, found.length - 1);
  const listId = useId();
  const rowId = (index: number) => `${listId}-${index}`;

  const take = (person: Mentionable) => {
    if (!naming) return;
    const written = nameInText(value, naming, caret, person.name);
    onChange(written.text);
    setAt(0);
    setCaret(written.caret);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(written.caret, written.caret);
    });
  };
  const send = () => {
    if (value.trim() !== "" && !isBusy) onSend(value.trim(), [...mentionsIn(value, people)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
      return;
    }
    const person = found[chosen];
    if (person === undefined) {
      if (key !== "Escape" || !onCancel) return;
      event.stopPropagation();
      onCancel();
      return;
    }
    if (key === "ArrowDown" || key === "ArrowUp") setAt((chosen + (key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    else if (key === "Enter" || key === "Tab") take(person);
    else if (key === "Escape") setClosedAt(naming?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      className="relative flex flex-col gap-1.5"
    >
      <textarea
        ref={area}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the box was asked for by a press or a key.
        autoFocus={isFocused}
        aria-label={label}
        placeholder={`${label}…  @ names somebody`}
        rows={2}
        maxLength={4_000}
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? rowId(chosen) : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setClosedAt(naming?.from ?? null)}
        onKeyDown={onKeyDown}
        className={clsx(CONTROL, "field-sizing-content max-h-40 min-h-13 resize-none py-1.5 leading-5")}
      />
      {found.length > 0 ? (
        <div id={listId} role="listbox" aria-label="People" className={clsx(POPUP, "absolute bottom-full left-0 z-50 mb-1 w-full")}>
          {found.map((person, index) => (
            <div
              key={person.id}
              id={rowId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              // Before the field loses its focus.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
              onPointerMove={() => setAt(index)}
              className={clsx("flex min-h-7 items-center justify-between gap-2 rounded-sm px-2 py-1", index === chosen && "bg-hover")}
            >
              <span className="truncate">{person.name}</span>
              <span className="text-xs text-faint">{person.role}</span>
            </div>
          ))}
        </div>
      ) : null}
      <div className="flex justify-end gap-1.5">
        {onCancel ? (
          <Button size="small" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
        <Button
          size="small"
          type="submit"
          variant={value.trim() === "" ? "quiet" : "primary"}
          busy={isBusy}
          disabledReason={value.trim() === "" ? "Write something first." : null}
        >
          {word}
        </Button>
      </div>
    </form>
  );
}
