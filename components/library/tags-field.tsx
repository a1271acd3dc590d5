"use client";
import { type KeyboardEvent, useState } from "react";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type TagsFieldProps = { tags: readonly string[]; onChange: (tags: string[]) => void };

/** Words a pattern is found by; Enter or a comma adds one, Backspace in an empty field takes the last one. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState("");
  const add = () => {
    const tag = typed.trim().toLowerCase();
    setTyped("");
    if (tag !== "" && !tags.includes(tag) && tags.length < 20) onChange([...tags, tag]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Backspace" && typed === "") onChange(tags.slice(0, -1));
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="grid gap-1.5">
      <Field label="Tags" optional>
        <Input
          value={typed}
          maxLength={40}
          placeholder={tags.length === 0 ? "product, warm, spring 2027" : "Another tag"}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </Field>
      {tags.length > 0 ? (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag}>
              <Chip removeLabel={`Remove the tag ${tag}`} onRemove={() => onChange(tags.filter((one) => one !== tag))}>
                {tag}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
