import { Badge } from "@/components/ui/badge";
import { Shape } from "./shape";

export interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly place: string;
    readonly type: string;
    readonly isRequired: boolean;
    readonly note: string;
  }[];
  readonly body: string | null;
  readonly answer: string;
  readonly example: string;
}

/** One operation: what it does, who may, what it takes and gives, and a command to try it with. */
export function OperationSection({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, description, parameters, body, answer, example } = operation;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-t border-line py-6">
      <h3 id={`${id}-title`} className="text-lg font-semibold">
        {summary}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-2 font-mono text-sm">
        <Badge tone={method === "GET" ? "plain" : "accent"}>{method}</Badge>
        <span className="break-all">{path}</span>
      </p>
      <p className="mt-2 max-w-[68ch] text-sm text-muted">{description.replaceAll("`", "")}</p>
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {body !== null && <Part title="Body" label={`Body of ${id}`} text={body} />}
      <Part title="Answer" label={`Answer of ${id}`} text={answer} />
      <Part title="Example" label={`Example of ${id}`} text={example} />
    </article>
  );
}

function Part({ title, label, text }: { title: string; label: string; text: string }) {
  return (
    <div className="mt-4">
      <h4 className="mb-1 text-xs font-medium text-muted">{title}</h4>
      <Shape label={label} text={text} />
    </div>
  );
}

function Parameters({ parameters }: Pick<ReferenceOperation, "parameters">) {
  return (
    <table className="mt-4 w-full table-fixed text-left text-sm">
      <caption className="mb-1 text-left text-xs font-medium text-muted">Parameters</caption>
      <tbody>
        {parameters.map(({ name, place, type, isRequired, note }) => (
          <tr key={`${place} ${name}`} className="border-t border-line align-top">
            <th scope="row" className="w-2/5 py-2 pr-4 font-mono font-normal break-words">
              {name}
            </th>
            <td className="w-1/5 py-2 pr-4 text-muted">
              {place}
              {isRequired ? ", required" : ""}
            </td>
            <td className="py-2">
              <span className="font-mono text-xs">{type}</span>
              {note && <span className="mt-0.5 block text-muted">{note.replaceAll("`", "")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
