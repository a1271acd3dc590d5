import { rpc } from "./rpc";
import { isRefusal } from "./sentence";

/**
 * Runs a prompt that was made only to be run. When the run is refused the prompt is taken back (archived, not deleted), so
 * that no prompt without a variant is left on the board; where the studio could not be asked, it stays as one that can be run.
 * @throws what the studio answered
 */
export async function runNewPrompt(run: Parameters<typeof rpc.run.start>[0]): Promise<void> {
  try {
    await rpc.run.start(run);
  } catch (error) {
    if (isRefusal(error)) await rpc.prompt.archive({ promptId: run.promptId, archived: true }).catch(() => {});
    throw error;
  }
}
