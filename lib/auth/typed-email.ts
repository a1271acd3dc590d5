import { usesSecureCookies } from "./session-cookie";

/** Holds the address somebody just signed in with in vain, so that they need not type it again. Only the sign-in page is sent it. */
const NAME = "selects.typed-email";
const KEPT_SECONDS = 120;
const LONGEST_EMAIL = 254;

/** The cookie for the answer to a sign-in; null when it carried no address worth keeping. */
export function typedEmailCookie(email: unknown): string | null {
  if (typeof email !== "string" || email === "" || email.length > LONGEST_EMAIL) return null;
  const secure = usesSecureCookies() ? "; Secure" : "";
  return `${NAME}=${encodeURIComponent(email.replace(/\p{Cs}/gu, ""))}; Path=/signin; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

/** What was typed the last time, as cookies bring it back; empty when nothing was. */
export function typedEmailOf(cookies: { get(name: string): { readonly value: string } | undefined }): string {
  return cookies.get(NAME)?.value ?? "";
}
