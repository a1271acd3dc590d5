"use server";
import type { AccountFormState } from "@/components/auth/account-form-state";
import { forgetSetupToken, isSetupToken } from "@/lib/auth/setup";
import { AppError } from "@/lib/domain/errors";
import { setUpStudio } from "@/lib/services/member/set-up-studio";
import { takeSeat } from "../take-seat";

/** The first account of the studio, for whoever holds the set-up token. */
export async function setUp(_before: AccountFormState, form: FormData): Promise<AccountFormState> {
  return takeSeat(form, async ({ token, displayName, account }) => {
    if (!(await isSetupToken(token)))
      throw new AppError("FORBIDDEN", "This set-up link is no longer valid. Use the one the studio printed last.");
    const joined = await setUpStudio({ displayName, account: await account() });
    await forgetSetupToken();
    return joined;
  });
}
