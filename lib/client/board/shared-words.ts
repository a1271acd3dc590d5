import type { PromptView } from "@/lib/domain/prompt/view";

/**
 * Makes prompts that say the same hold the same text: an answer that was unpacked has each of its ids and names as often as they are said, which
 * for a board of thousands is a fifth of what it takes. Changes what it is given.
 */
export function sharedWords(): (prompts: readonly PromptView[]) => void {
  const words = new Map<string, string>();
  const shared = (text: string): string => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, text);
    return text;
  };
  return (prompts) => {
    for (const prompt of prompts) {
      prompt.boardId = shared(prompt.boardId);
      prompt.projectId = shared(prompt.projectId);
      prompt.author = shared(prompt.author);
      for (const run of prompt.runs) {
        run.promptId = prompt.id;
        run.projectId = prompt.projectId;
        run.modelRevision = shared(run.modelRevision);
        run.requestedBy = shared(run.requestedBy);
      }
      const runIds = new Map(prompt.runs.map(({ id }) => [id, id]));
      for (const variant of prompt.variants) {
        variant.promptId = prompt.id;
        variant.runId = runIds.get(variant.runId) ?? variant.runId;
      }
    }
  };
}
