"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { announce } from "@/components/ui/announce";

/** Sends what a guest says, says what came of it, and shows how it stands then. */
export function useGuestAct() {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const run = (act: () => Promise<string | null>, said: string, done: () => void) =>
    start(async () => {
      const problem = await act().catch(() => "It could not be sent. What you wrote is still here; try again.");
      if (problem === null) {
        announce({ tone: "ok", text: said });
        done();
      } else announce({ tone: "bad", text: problem });
      router.refresh();
    });
  return { isBusy, run };
}
