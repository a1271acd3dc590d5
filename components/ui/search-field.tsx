"use client";
import clsx from "clsx";
import { Search } from "lucide-react";
import type { Ref } from "react";
import { Input } from "./input";

export type SearchFieldProps = {
  ref?: Ref<HTMLInputElement>;
  /** Says what is searched, for the eye and for screen readers. */
  label: string;
  value: string;
  /** Empty when it was cleared. */
  onChange: (text: string) => void;
  className?: string;
};

/** Where a list is searched. */
export function SearchField({ ref, label, value, onChange, className }: SearchFieldProps) {
  return (
    <span className={clsx("relative", className)}>
      <Search size={13} aria-hidden className="pointer-events-none absolute top-2 left-2 text-faint" />
      <Input
        {...(ref ? { ref } : {})}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="pl-7"
      />
    </span>
  );
}
