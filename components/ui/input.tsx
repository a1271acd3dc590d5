"use client";
import { Input as Base } from "@base-ui/react/input";
import clsx from "clsx";
import type { ComponentPropsWithRef } from "react";
import { CONTROL } from "./control-style";

export type InputProps = Omit<ComponentPropsWithRef<"input">, "size" | "defaultValue" | "value"> & {
  value?: string;
  defaultValue?: string;
  /** Prompts, seeds, keys. */
  mono?: boolean;
  /** 36 px high with reading type, for pages that are one form. */
  large?: boolean;
};

/** One line of text. Inside a Field it takes its label, hint and error. */
export function Input({ mono = false, large = false, className, ...rest }: InputProps) {
  return <Base dir="auto" className={clsx(CONTROL, large ? "h-9 text-lg" : "h-7", mono && "font-mono", className)} {...rest} />;
}
