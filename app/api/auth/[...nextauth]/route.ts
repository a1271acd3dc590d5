import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { typedEmailCookie } from "@/lib/auth/typed-email";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Signing in and out. next-auth checks its own anti-forgery token on these, and only on these. */
function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, nextAuthOptions(request.headers.get("user-agent") ?? ""));
}

/** Whoever is turned away at the door need not type their address twice. */
async function answerForm(request: NextRequest, context: Context): Promise<Response> {
  const copy = request.clone();
  const response = await answer(request, context);
  if (!response.headers.get("location")?.includes("error=CredentialsSignin")) return response;
  const form = await copy.formData().catch(() => null);
  const cookie = typedEmailCookie(form?.get("email"));
  if (cookie) response.headers.append("set-cookie", cookie);
  return response;
}

export { answer as GET, answerForm as POST };
