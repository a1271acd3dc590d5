/** Monospaced text that scrolls by itself when it is wide; reachable by keyboard for that. */
export function Shape({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-inset px-4 py-3">
      <pre className="font-mono text-xs leading-5 text-ink">{text}</pre>
    </section>
  );
}
