import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Examination } from "@/lib/domain/publication/examination";
import { takeTurns } from "../turns";

const LOOK_MS = 60_000;
const START = ["lib", "media", "examination", "start-examiner.mjs"] as const;
const BREAKS_READER = "The file cannot be read: whatever reads it stops or takes too long.";

/** What is looked at, and with what in mind. */
export interface ExaminationWish {
  /** Where the file lies. */
  readonly path: string;
  /** PEM of our own certificate. */
  readonly anchor: string;
  /** Sizes that pictures with an invisible id were published at. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

const FromExaminer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("examined"), file: Examination }),
  z.object({ kind: z.literal("refused"), code: z.enum(["BAD_INPUT", "TOO_LARGE"]), sentence: z.string() }),
]);

const turn = takeTurns(2);

/**
 * Looks at a file somebody brought, whatever it is, in a process of its own that has no keys and ends afterwards.
 * @throws AppError with a sentence when it is no file we can look at
 */
export function examineFile(wish: ExaminationWish): Promise<Examination> {
  return turn(async () => {
    // The path is put together as it runs, so that a bundler leaves the process a file of its own.
    const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...START), [], {
      // Neither keys nor the database's address: it is told where the file lies and nothing else.
      env: { NODE_ENV: "production" },
      execArgv: ["--max-old-space-size=1024"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    try {
      const said = await new Promise<unknown>((settle, fail) => {
        const timer = setTimeout(() => fail(new AppError("BAD_INPUT", BREAKS_READER)), LOOK_MS);
        child.once("message", settle);
        child.once("error", fail);
        child.once("exit", () => {
          clearTimeout(timer);
          fail(new AppError("BAD_INPUT", BREAKS_READER));
        });
        child.send(wish);
      });
      const answer = FromExaminer.parse(said);
      if (answer.kind === "refused") throw new AppError(answer.code, answer.sentence);
      return answer.file;
    } finally {
      child.kill("SIGKILL");
    }
  });
}
