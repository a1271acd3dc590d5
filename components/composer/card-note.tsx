import Link from "next/link";

export type CardNoteProps = {
  card: { readonly id: string; readonly refusal: string | null; readonly approvedId: string | null };
};

/** What running for a card comes to, before anything is spent: that its limit is reached, or that its approval goes stale. */
export function CardNote({ card: { id, refusal, approvedId } }: CardNoteProps) {
  const note = [refusal, approvedId ? "Another recipe that is saved or run for this card makes its approval stale." : null]
    .filter((each) => each !== null)
    .join(" ");
  if (note === "") return null;
  return (
    <p role="status" className="pt-1 text-right text-xs text-warn text-pretty">
      {note}{" "}
      <Link href={`/review/${id}`} className="underline">
        Open the card
      </Link>
    </p>
  );
}
