/** One piece of work within a trace: hexadecimal, thirty-two and sixteen digits. */
export interface Place {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}(-.*)?$/;
const NOTHING = /^0+$/;

/** Reads W3C's `traceparent`; null when it is none. Of a version after the first what is known of it is read. */
export function placeOf(traceparent: string | null | undefined): Place | null {
  const [, traceId, spanId] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || traceparent?.startsWith("ff")) return null;
  return NOTHING.test(traceId) || NOTHING.test(spanId) ? null : { traceId, spanId };
}

/** The place as it is carried: in a header, in a job. */
export const traceparentOf = ({ traceId, spanId }: Place): string => `00-${traceId}-${spanId}-01`;
