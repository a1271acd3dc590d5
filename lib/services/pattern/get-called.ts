import { z } from "zod";
import { CalledVersion } from "@/lib/domain/pattern/call";
import { read } from "../read";
import { CallAddress } from "./call-address";
import { findCalled } from "./find-called";
import { versionInclude, versionView } from "./pattern-view";

export const getCalled = read({
  verb: "pattern.get-called",
  permission: "workspace.read",
  input: z.strictObject(CallAddress),
  output: CalledVersion,
  async run({ db, actor }, call) {
    const pattern = await findCalled(db, actor.workspaceId, call, { isHeld: false });
    const version = await db.patternVersion.findUniqueOrThrow({
      where: { id: pattern.versionId },
      include: { ...versionInclude, pattern: { include: { library: { select: { name: true } }, successor: { select: { slug: true } } } } },
    });
    const { name, purpose, library, deprecatedAt, deprecation, successor } = version.pattern;
    return {
      pattern,
      name,
      purpose,
      libraryName: library.name,
      deprecated: deprecatedAt && { reason: deprecation, successor: successor?.slug ?? null },
      version: versionView(version),
    };
  },
});
