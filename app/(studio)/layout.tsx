import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { StudioFrame } from "@/components/shell/studio-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { readMe } from "@/lib/services/member/read-me";

/** Signed-in pages. Whoever is not signed in goes to the door; each verb asks again for itself. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect("/signin");
  const me = await readMe(actor, {});
  return (
    <StudioFrame account={{ displayName: me.displayName, email: me.email, role: me.role, workspaceName: me.workspace.name }}>
      {children}
    </StudioFrame>
  );
}
