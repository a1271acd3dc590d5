/** The studio's sign: four pictures, one chosen. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className="shrink-0">
      <rect x="1" y="1" width="8" height="8" rx="2" className="fill-faint" />
      <rect x="11" y="1" width="8" height="8" rx="2" className="fill-faint" />
      <rect x="1" y="11" width="8" height="8" rx="2" className="fill-faint" />
      <rect x="11" y="11" width="8" height="8" rx="2" className="fill-accent-ink" />
    </svg>
  );
}
