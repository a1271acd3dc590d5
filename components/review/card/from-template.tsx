import type { CardView } from "@/lib/domain/review/view";

/** Which template a card started from, and what of it is no longer so. */
export function FromTemplate({ template }: { template: CardView["template"] }) {
  if (!template) return null;
  const { name, changed } = template;
  if (changed.length === 0) return <p className="mt-2 text-xs text-faint">As the template “{name}” has it.</p>;
  return (
    <details className="mt-2 text-xs">
      <summary className="cursor-pointer text-muted">
        Changed from the template “{name}”: {changed.map(({ term }) => term).join(", ")}
      </summary>
      <dl className="mt-1 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 border-l-2 border-line pl-2">
        {changed.map(({ term, was }) => (
          <div key={term} className="contents">
            <dt className="text-faint">{term}</dt>
            <dd className="text-muted wrap-anywhere">
              <span className="sr-only">The template says: </span>
              {was}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
