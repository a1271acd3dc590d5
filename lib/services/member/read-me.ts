import { z } from "zod";
import { MeView } from "@/lib/domain/member/view";
import { personOf } from "../person";
import { read } from "../read";

/** Who is asking, and where: for the shell, and for an engineer trying a key. */
export const readMe = read({
  verb: "member.me",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: MeView,
  async run({ db, actor }) {
    const { memberId, workspaceId } = personOf(actor);
    const member = await db.member.findFirstOrThrow({
      where: { id: memberId, workspaceId },
      include: { user: { select: { email: true } }, workspace: { select: { id: true, name: true, currency: true } } },
    });
    return {
      memberId,
      displayName: member.displayName,
      email: member.user?.email ?? null,
      role: member.role,
      workspace: member.workspace,
    };
  },
});
