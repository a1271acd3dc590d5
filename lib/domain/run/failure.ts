import { z } from "zod";

/**
 * Why a run has no pictures. Kinds differ because what a person does next differs:
 * change the words, wait, buy quota, fix the input, or tell an administrator. The last two are how an unknown run is
 * settled: it was made and is charged, but its pictures are not here; or it never reached the engine and costs nothing.
 */
export const FAILURE_KINDS = [
  "refused",
  "empty",
  "quota",
  "rate-limited",
  "timeout",
  "invalid-input",
  "engine-fault",
  "expired-output",
  "damaged-output",
  "withheld-output",
  "cancelled",
  "made-elsewhere",
  "never-arrived",
] as const;
export const FailureKind = z.enum(FAILURE_KINDS);
export type FailureKind = z.infer<typeof FailureKind>;

export const Failure = z.strictObject({
  kind: FailureKind,
  /** The provider's own reason where it gives one, in words a person can read. Never contains a key. */
  reason: z.string().max(2_000),
});
export type Failure = z.infer<typeof Failure>;

const SENTENCES = {
  refused: "The engine refused this prompt. Change the words or the references and run again.",
  empty: "The engine answered without a picture. Running again may help.",
  quota: "The engine's quota is used up. Ask an admin to raise it, or choose another engine.",
  "rate-limited": "The engine is busy and asked us to slow down. Run again in a moment.",
  timeout: "The engine did not finish in time. Run again or choose another engine.",
  "invalid-input": "The engine does not accept this recipe.",
  "engine-fault": "The engine failed. Your prompt is kept; run again or choose another engine.",
  "expired-output": "The engine's output expired before it could be stored. What the engine made is charged.",
  "damaged-output":
    "The engine's output arrived damaged and could not be kept. What the engine made is charged. Run again or choose another engine.",
  "withheld-output":
    "The engine's output lay at an address that is not public; it was not fetched. What the engine made is charged. Tell an admin before running again.",
  cancelled: "This run was cancelled.",
  "made-elsewhere": "This run was made and is charged, but its pictures are not here. Whoever has the files can attach them.",
  "never-arrived": "This run never reached the engine and costs nothing. It can be run again.",
} satisfies Record<FailureKind, string>;

/** What the screen and the API say about a failed run. */
export function failureSentence(kind: FailureKind): string {
  return SENTENCES[kind];
}

/** Ends that say nothing about the engine: they are no failures of it, and no figure counts them as such. */
export const NO_FAULT_OF_THE_ENGINE = ["made-elsewhere", "never-arrived"] as const satisfies readonly FailureKind[];
