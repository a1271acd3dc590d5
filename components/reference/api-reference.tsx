import type { ReferenceOperation } from "./operation-section";
import { OperationSection } from "./operation-section";
import { Shape } from "./shape";

export interface ApiReferenceProps {
  readonly introduction: readonly string[];
  readonly groups: readonly { readonly name: string; readonly operations: readonly ReferenceOperation[] }[];
  readonly errors: readonly { readonly status: number; readonly code: string; readonly meaning: string }[];
  readonly shapes: readonly { readonly name: string; readonly text: string }[];
}

/** The reference for engineers: every operation with its parameters, shapes and an example, on one page that can be searched. */
export function ApiReference({ introduction, groups, errors, shapes }: ApiReferenceProps) {
  return (
    <div className="min-h-dvh bg-canvas text-base text-ink lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
      <Contents groups={groups} />
      <main className="mx-auto w-full max-w-4xl px-6 py-10 sm:px-10">
        <header className="mb-10">
          <h1 className="text-3xl font-semibold tracking-tight">Selects API</h1>
          {introduction.map((paragraph) => (
            <p key={paragraph} className="mt-3 max-w-[68ch] text-lg leading-relaxed text-muted">
              {paragraph.replaceAll("`", "")}
            </p>
          ))}
          <p className="mt-4">
            <a className="text-accent-ink underline underline-offset-4" href="/api/v1/openapi.json">
              OpenAPI 3.1 description
            </a>
          </p>
        </header>
        {groups.map(({ name, operations }) => (
          <section key={name} aria-labelledby={anchor(name)} className="mb-14">
            <h2 id={anchor(name)} className="mb-2 scroll-mt-6 text-2xl font-semibold tracking-tight">
              {name}
            </h2>
            {operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <Refusals errors={errors} />
        <Shapes shapes={shapes} />
      </main>
    </div>
  );
}

function Contents({ groups }: Pick<ApiReferenceProps, "groups">) {
  return (
    <nav
      aria-label="Operations"
      className="hidden border-r border-line bg-surface px-5 py-8 lg:sticky lg:top-0 lg:block lg:h-dvh lg:overflow-y-auto"
    >
      <a href="/" className="text-lg font-semibold">
        Selects
      </a>
      <ul className="mt-6 space-y-5">
        {groups.map(({ name, operations }) => (
          <li key={name}>
            <a href={`#${anchor(name)}`} className="text-xs font-medium text-muted hover:text-ink">
              {name}
            </a>
            <ul className="mt-1">
              {operations.map(({ id, method, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} title={`${method} ${summary}`} className="block truncate rounded-sm px-2 py-1 text-sm hover:bg-hover">
                    {id}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {["Refusals", "Shapes"].map((name) => (
          <li key={name}>
            <a href={`#${anchor(name)}`} className="text-xs font-medium text-muted hover:text-ink">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Refusals({ errors }: Pick<ApiReferenceProps, "errors">) {
  return (
    <section aria-labelledby={anchor("Refusals")} className="mb-14">
      <h2 id={anchor("Refusals")} className="scroll-mt-6 text-2xl font-semibold tracking-tight">
        Refusals
      </h2>
      <p className="mt-2 mb-4 max-w-[68ch] text-lg text-muted">
        Every operation may answer with these. The body is always an Error: a code for programs, one sentence for people, and small facts.
      </p>
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-muted">
          <tr>
            <th className="py-2 pr-4 font-medium">Status</th>
            <th className="py-2 pr-4 font-medium">Code</th>
            <th className="py-2 font-medium">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ status, code, meaning }) => (
            <tr key={code} className="border-t border-line align-top">
              <td className="py-2 pr-4 font-mono">{status}</td>
              <td className="py-2 pr-4 font-mono">{code}</td>
              <td className="py-2">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Shapes({ shapes }: Pick<ApiReferenceProps, "shapes">) {
  return (
    <section aria-labelledby={anchor("Shapes")}>
      <h2 id={anchor("Shapes")} className="mb-4 scroll-mt-6 text-2xl font-semibold tracking-tight">
        Shapes
      </h2>
      {shapes.map(({ name, text }) => (
        <div key={name} className="mb-6">
          <h3 className="mb-2 font-mono text-lg">{name}</h3>
          <Shape label={name} text={text} />
        </div>
      ))}
    </section>
  );
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}
