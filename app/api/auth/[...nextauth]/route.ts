import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Signing in and out. next-auth checks its own anti-forgery token on these, and only on these. */
function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, nextAuthOptions(request.headers.get("user-agent") ?? ""));
}

export { answer as GET, answer as POST };
