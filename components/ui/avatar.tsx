/** The first letters of the first and the last word: "Ada King Lovelace" → "AL". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return (
    letters
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toLocaleUpperCase("en") || "?"
  );
}

/** A person as initials on grey: no invented colours beside pictures. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      className="inline-flex shrink-0 items-center justify-center rounded-full bg-line-strong leading-none font-semibold text-ink select-none"
    >
      {initials(name)}
    </span>
  );
}
