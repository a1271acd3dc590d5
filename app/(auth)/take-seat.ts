import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AccountFormState } from "@/components/auth/account-form-state";
import { accountOf } from "@/lib/auth/account";
import { checkOrigin } from "@/lib/auth/origin";
import { AppError } from "@/lib/domain/errors";
import { problemSentence } from "@/lib/domain/input/problem";
import type { Account } from "@/lib/domain/member/account";
import { NewPerson } from "@/lib/domain/member/person";
import { signInAs } from "./sign-in-as";

/** A filled-in account form on its way to a seat. */
interface Applicant {
  /** The secret of the link. */
  readonly token: string;
  readonly displayName: string;
  /** Looks the account up or prepares it; expensive, so only for a link that opens. */
  account(): Promise<Account>;
}

/**
 * Reads an account form, lets `take` fill the seat, signs the person in and leads them into the studio. Whatever is
 * wrong comes back as sentences beside what they typed.
 */
export async function takeSeat(form: FormData, take: (applicant: Applicant) => Promise<{ userId: string }>): Promise<AccountFormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { displayName: text("displayName"), email: text("email") };
  const person = NewPerson.safeParse({ ...typed, password: text("password") }, { error: problemSentence });
  if (!person.success) {
    const first = (field: keyof NewPerson) => person.error.issues.find((issue) => issue.path[0] === field)?.message;
    const [displayName, email, password] = [first("displayName"), first("email"), first("password")];
    return {
      problem: null,
      fieldProblems: { ...(displayName ? { displayName } : {}), ...(email ? { email } : {}), ...(password ? { password } : {}) },
      typed,
    };
  }
  const sent = await headers();
  try {
    checkOrigin({ method: "POST", headers: sent });
    const { displayName, email, password } = person.data;
    const { userId } = await take({ token: text("token"), displayName, account: () => accountOf(email, password) });
    await signInAs(userId, sent);
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message, fieldProblems: {}, typed };
    throw error;
  }
  redirect("/");
}
