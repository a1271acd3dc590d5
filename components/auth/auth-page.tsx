import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { ContactSheet } from "./contact-sheet";

export interface AuthPageProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
}

/** A page before one is inside: the sign, one thing to do, and beside it on wide screens a sheet of takes. */
export function AuthPage({ title, intro, children }: AuthPageProps) {
  return (
    <div className="grid min-h-full lg:grid-cols-[minmax(26rem,2fr)_3fr]">
      <div className="flex flex-col px-6 py-8 sm:px-12">
        <span className="flex items-center gap-2 text-lg font-semibold tracking-tight text-ink">
          <Mark />
          Selects
        </span>
        <main className="mx-auto flex w-full max-w-88 flex-1 flex-col justify-center py-12">
          <h1 className="text-2xl font-semibold tracking-tight text-ink text-balance">{title}</h1>
          {intro ? <div className="mt-2 text-lg text-muted text-pretty">{intro}</div> : null}
          {children ? <div className="mt-7">{children}</div> : null}
        </main>
        <p className="text-xs text-faint">Explore widely, choose well, let only documented work out.</p>
      </div>
      <div className="relative hidden overflow-hidden border-l bg-inset lg:block">
        <div className="absolute -inset-8">
          <ContactSheet />
        </div>
      </div>
    </div>
  );
}
