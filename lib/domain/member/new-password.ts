import { z } from "zod";
import { problemSentence } from "../input/problem";
import { NewPassword } from "./person";

/** Typed twice: nobody sees what they type, and there may be no admin left to let them in again. */
const TypedTwice = z
  .strictObject({ password: NewPassword, again: z.string() })
  .refine(({ password, again }) => password === again, { path: ["again"], message: "The two are not the same." });

export interface NewPasswordProblems {
  readonly password?: string;
  readonly again?: string;
}

/** The new password of a filled-in form, or what is wrong with it first. */
export function readNewPassword(typed: z.input<typeof TypedTwice>): { password: string } | { problems: NewPasswordProblems } {
  const read = TypedTwice.safeParse(typed, { error: problemSentence });
  if (read.success) return { password: read.data.password };
  const first = (field: keyof NewPasswordProblems) => read.error.issues.find((issue) => issue.path[0] === field)?.message;
  const [password, again] = [first("password"), first("again")];
  if (password) return { problems: { password } };
  return { problems: again ? { again } : {} };
}
