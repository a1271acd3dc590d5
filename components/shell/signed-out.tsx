"use client";
import { useEffect } from "react";
import { goToSignIn } from "@/lib/client/providers";

/** Goes to the door, which leads back here afterwards: only the browser knows the whole address somebody asked for. */
export function SignedOut() {
  useEffect(goToSignIn, []);
  return (
    <noscript>
      <a href="/signin">Sign in</a>
    </noscript>
  );
}
