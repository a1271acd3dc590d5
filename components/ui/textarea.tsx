"use client";
import { Field } from "@base-ui/react/field";
import clsx from "clsx";
import type { ComponentPropsWithRef } from "react";
import { CONTROL } from "./control-style";

export type TextareaProps = Omit<ComponentPropsWithRef<"textarea">, "defaultValue" | "value"> & {
  value?: string;
  defaultValue?: string;
  mono?: boolean;
};

/** Several lines of text, growing with them up to about ten. */
export function Textarea({ mono = false, className, rows = 3, value, defaultValue, ...rest }: TextareaProps) {
  return (
    <Field.Control
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      render={
        <textarea
          dir="auto"
          rows={rows}
          className={clsx(CONTROL, "field-sizing-content max-h-60 min-h-16 resize-y py-1.5 leading-5", mono && "font-mono", className)}
          {...rest}
        />
      }
    />
  );
}
