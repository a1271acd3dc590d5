import { redirect } from "next/navigation";

/** The studio begins with its projects; who is not signed in is sent to the door from there. */
export default function Home() {
  redirect("/projects");
}
