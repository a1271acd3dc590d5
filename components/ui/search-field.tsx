"use client";
import clsx from "clsx";
import { Search } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { CONTROL } from "./control-style";

export type SearchFieldProps = Pick<ComponentPropsWithRef<"input">, "ref" | "onKeyDown" | "aria-describedby" | "aria-invalid"> & {
  /** Says what is searched, for the eye and for screen readers. */
  label: string;
  value: string;
  /** Empty when it was cleared. */
  onChange: (text: string) => void;
  className?: string;
};

/** Where a list is searched. */
export function SearchField({ label, value, onChange, className, ...rest }: SearchFieldProps) {
  return (
    <span className={clsx("relative", className)}>
      <Search size={13} aria-hidden className="pointer-events-none absolute top-2 left-2 text-faint" />
      <input
        {...rest}
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={clsx(CONTROL, "h-7 pl-7")}
      />
    </span>
  );
}
