/**
 * After which errors a submit may have been taken: a gateway's word says nothing about what stands behind it, and whoever
 * lost patience (408) may have let go of a request that went on. 503 is a refusal to take it.
 */
export const mayHaveArrived = (status: number, faultsAreFinal: boolean): boolean =>
  status === 408 || status === 502 || status === 504 || (status >= 500 && status !== 503 && !faultsAreFinal);

/** Errors that may pass: whoever gets one asks again later. */
export const isBusy = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;
