/**
 * A place in a workspace's stream of events. Events are ordered by the transaction that wrote them, then by their own
 * number; a reader that was at a position has seen everything up to and including it.
 */
export interface EventPosition {
  readonly txid: bigint;
  readonly id: bigint;
}

/** PostgreSQL's bigint. */
const LARGEST = 2n ** 63n - 1n;

/** The text an event carries as its id: `<txid>-<id>`. */
export function writePosition({ txid, id }: EventPosition): string {
  return `${txid}-${id}`;
}

/** Null when the text is not a position. */
export function readPosition(text: string): EventPosition | null {
  const [, txid, id] = /^(\d{1,19})-(\d{1,19})$/.exec(text) ?? [];
  if (!txid || !id) return null;
  const position = { txid: BigInt(txid), id: BigInt(id) };
  return position.txid > LARGEST || position.id > LARGEST ? null : position;
}
