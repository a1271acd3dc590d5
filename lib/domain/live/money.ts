const SECONDS_A_MINUTE = 60;

/** What a session costs: its beginning, and every minute. Micro-dollars. */
export interface LivePrice {
  readonly startMicros: bigint;
  readonly minuteMicros: bigint;
}

/** What is held for a session: its beginning and every minute it may take, begun ones counted whole. One that never began is free. */
export function quoteOfLength(maxSeconds: number, { startMicros, minuteMicros }: LivePrice): bigint {
  const minutes = BigInt(Math.ceil(maxSeconds / SECONDS_A_MINUTE));
  return minutes === 0n ? 0n : startMicros + minutes * minuteMicros;
}

export interface LiveSettlement {
  readonly chargeMicros: bigint;
  readonly releaseMicros: bigint;
  /** Whose figure the charge is: the provider's, or our own count of seconds. */
  readonly costFrom: "provider" | "seconds";
}

/**
 * What a session that is over cost. The provider's own figure wins, also above the hold; without one, every begun minute
 * between joining and the last sign of life counts. One that nobody joined, and of which the provider knows nothing, is free.
 */
export function settleSession(session: {
  readonly heldMicros: bigint;
  readonly price: LivePrice;
  /** Minutes the provider billed; null where it did not say. A part of a minute counts by its part. */
  readonly billedMinutes: number | null;
  /** Our own count. */
  readonly seconds: number;
}): LiveSettlement {
  const { heldMicros, price, billedMinutes, seconds } = session;
  const chargeMicros = billedMinutes === null ? quoteOfLength(seconds, price) : costOfMinutes(price, billedMinutes);
  return {
    chargeMicros,
    releaseMicros: heldMicros > chargeMicros ? heldMicros - chargeMicros : 0n,
    costFrom: billedMinutes === null ? "seconds" : "provider",
  };
}

/** Counted in thousandths of a minute and rounded up: a figure with decimals stays exact in whole micro-dollars. */
function costOfMinutes({ startMicros, minuteMicros }: LivePrice, minutes: number): bigint {
  const thousandths = BigInt(Math.ceil(Math.max(0, minutes) * 1_000 - 1e-6));
  return thousandths === 0n ? 0n : startMicros + (minuteMicros * thousandths + 999n) / 1_000n;
}

/** What has been spent so far, as far as the studio can tell while it goes on: never above what is held. */
export function costSoFar(seconds: number, price: LivePrice, heldMicros: bigint): bigint {
  const so = quoteOfLength(Math.max(0, seconds), price);
  return so < heldMicros ? so : heldMicros;
}
