import { announce } from "@/components/ui/announce";

/** Ends this browser's session and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  try {
    const answer = await fetch("/signout", { method: "POST", redirect: "manual" });
    // A redirect kept back reads as status 0: the session is over and the door is where we go.
    if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(`signing out was answered ${answer.status}`);
    window.location.assign("/signin");
  } catch {
    announce({ tone: "bad", text: "You are still signed in: the studio could not be reached. Please try again." });
  }
}
