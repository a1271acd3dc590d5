import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { JobName } from "./contracts";

const Entry = z.object({ name: z.string(), id: z.string() });

/**
 * The jobs this worker has in hand, kept as a file by process id, so that the next worker on this host can give back at
 * once what a killed one held instead of waiting for its heartbeats to run out.
 */
export class ActiveJobs {
  readonly #folder: string;
  readonly #file: string;
  readonly #jobs = new Map<string, JobName>();
  #writing: Promise<void> = Promise.resolve();

  constructor(dataDir: string, pid = process.pid) {
    this.#folder = path.join(dataDir, "workers");
    this.#file = path.join(this.#folder, `${pid}.json`);
  }

  add(name: JobName, id: string): Promise<void> {
    this.#jobs.set(id, name);
    return this.#save();
  }

  remove(id: string): Promise<void> {
    this.#jobs.delete(id);
    return this.#save();
  }

  /** The jobs of workers on this host that are not running any more; their files are removed. */
  async ofDeadWorkers(): Promise<readonly { readonly name: string; readonly id: string }[]> {
    const files = await readdir(this.#folder).catch(() => []);
    const orphans: { name: string; id: string }[] = [];
    for (const file of files) {
      const [, number, draft] = /^(\d+)\.json(\.new)?$/.exec(file) ?? [];
      const pid = Number(number);
      if (!Number.isInteger(pid) || (pid !== process.pid && isRunning(pid))) continue;
      const full = path.join(this.#folder, file);
      if (draft !== undefined) {
        await rm(full, { force: true });
        continue;
      }
      const text = await readFile(full, "utf8").catch(() => "[]");
      orphans.push(...z.array(Entry).catch([]).parse(parsed(text)));
      await rm(full, { force: true });
    }
    return orphans;
  }

  async close(): Promise<void> {
    await this.#writing;
    await rm(this.#file, { force: true });
  }

  /** Writes follow each other; one that is still waiting when the next comes would say the same, so it is harmless. */
  #save(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      await mkdir(this.#folder, { recursive: true });
      // In one step: a worker killed while it writes must not leave half a list, of which nothing could be read.
      const draft = `${this.#file}.new`;
      await writeFile(draft, JSON.stringify([...this.#jobs].map(([id, name]) => ({ id, name }))));
      await rename(draft, this.#file);
    });
    return this.#writing;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
