import clsx from "clsx";
import Link from "next/link";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

export type ButtonLinkProps = ComponentPropsWithRef<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

/** A link that looks like a button: it goes somewhere and can be opened in a new tab. */
export function ButtonLink({ variant = "quiet", size = "medium", icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={clsx(buttonStyle(variant, size), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
