/** A fault that may pass: the provider is busy or unreachable, or answered something we do not know. */
export class EngineFault extends Error {
  constructor(
    message: string,
    /** How long the provider asked us to wait, or null. Milliseconds. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
