import type { ReactNode } from "react";
import { SignedOut } from "@/components/shell/signed-out";
import { StudioFrame } from "@/components/shell/studio-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { listEvents } from "@/lib/services/event/list-events";
import { readMe } from "@/lib/services/member/read-me";

/** Signed-in pages. Whoever is not signed in goes to the door; each verb asks again for itself. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return <SignedOut />;
  const [me, { position }] = await Promise.all([readMe(actor, {}), listEvents(actor, {})]);
  return (
    <StudioFrame
      account={{ displayName: me.displayName, email: me.email, role: me.role, workspaceName: me.workspace.name }}
      since={position}
    >
      {children}
    </StudioFrame>
  );
}
