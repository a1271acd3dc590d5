import { advanceChoice } from "@/lib/services/asset/advance-choice";

/** Goes through a choice of many files, a part at a time, until it is done or somebody has taken it back. */
export async function chooseAssets(
  { workspaceId, choiceId }: { workspaceId: string; choiceId: string },
  signal: AbortSignal,
): Promise<void> {
  while (await advanceChoice(workspaceId, choiceId)) signal.throwIfAborted();
}
