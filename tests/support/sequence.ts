import { beforeEach } from "vitest";

/**
 * For a `describe` whose tests are steps that begin where the one before ended: once a step has failed the later ones are skipped, because
 * all they could do is wait for what never comes.
 */
export function stopAtFirstFailure(): void {
  let failed = "";
  beforeEach(({ onTestFailed, skip, task }) => {
    if (failed) skip(`"${failed}" failed`);
    onTestFailed(() => {
      failed = task.name;
    });
  });
}
