import { usesSecureCookies } from "./session-cookie";

/** The readable half of next-auth's anti-forgery cookie, for the hidden field of our own sign-in page. Null when it is not set yet. */
export function csrfTokenOf(jar: { get(name: string): { readonly value: string } | undefined }): string | null {
  const name = `${usesSecureCookies() ? "__Host-" : ""}next-auth.csrf-token`;
  const [token] = jar.get(name)?.value.split("|") ?? [];
  return token || null;
}
