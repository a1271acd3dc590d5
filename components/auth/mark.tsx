/** The studio's sign: four frames, one of them picked. */
export function Mark() {
  return (
    <span className="flex items-center gap-2 text-lg font-semibold tracking-tight text-ink">
      <svg viewBox="0 0 20 20" width={20} height={20} aria-hidden="true">
        <rect x={0} y={0} width={9} height={9} rx={2} className="fill-line-strong" />
        <rect x={11} y={0} width={9} height={9} rx={2} className="fill-line-strong" />
        <rect x={0} y={11} width={9} height={9} rx={2} className="fill-line-strong" />
        <rect x={11} y={11} width={9} height={9} rx={2} className="fill-accent" />
        <path
          d="m13.3 15.6 1.6 1.7 2.9-3.3"
          fill="none"
          className="stroke-on-accent"
          strokeWidth={1.4}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Selects
    </span>
  );
}
