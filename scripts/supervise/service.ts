import { type ChildProcess, spawn } from "node:child_process";
import { Trouble } from "../setup/trouble.mjs";

/** A process the studio consists of. */
export interface Service {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Settles when the process serves; given up through the signal when it has ended. */
  untilReady(child: ChildProcess, signal: AbortSignal): Promise<void>;
}

export interface SupervisedService {
  /** Settles when the service serves for the first time. Rejects when it cannot be brought to. */
  readonly ready: Promise<void>;
  /** Ends it as `stop` does and starts it again at once, also when it waits after a crash. */
  restart(): Promise<void>;
  /** Asks it to end, and ends it with everything it started when it does not within {@link GRACE_MS}. */
  stop(): Promise<void>;
}

const GRACE_MS = 3_500;
const READY_MS = 90_000;
/** A service that ran this long has recovered: its next crash counts as the first. */
const STEADY_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const ATTEMPTS_AT_START = 3;

/** Starts the service and starts it again whenever it ends by itself, waiting longer each time. */
export function supervise(service: Service): SupervisedService {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let hasServed = false;
  let isStopping = false;
  let isRestarting = false;
  let announce = () => {};
  let giveUp = (_reason: Trouble) => {};
  const ready = new Promise<void>((settle, fail) => {
    announce = settle;
    giveUp = fail;
  });
  const overdue = setTimeout(() => giveUp(new Trouble(`The ${service.name} does not answer after ${READY_MS / 1000} s.`)), READY_MS);

  function launch(): void {
    const startedAt = Date.now();
    const started = spawn(process.execPath, [...quietIn(service.environment), ...service.args], {
      cwd: service.cwd,
      env: service.environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // A group of its own: it is ended together with its children, and Ctrl-C reaches the supervisor first.
      detached: process.platform !== "win32",
    });
    child = started;
    let isServing = false;
    const written = echo(started, service.name, () => isServing);
    const gone = new AbortController();
    service.untilReady(started, gone.signal).then(
      () => {
        isServing = true;
        served();
      },
      () => {},
    );
    started.once("error", () => {});
    started.once("exit", (code, signal) => {
      gone.abort();
      endGroup(started, "SIGKILL");
      if (isStopping || isRestarting) return;
      failures = Date.now() - startedAt > STEADY_MS ? 1 : failures + 1;
      if (!hasServed && failures >= ATTEMPTS_AT_START) return cannotStart(written());
      // What it said while it served was shown at once; what it said before is shown now that it matters.
      if (hasServed && !isServing) console.error(written().trim());
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
      console.error(`The ${service.name} stopped unexpectedly (${signal ?? `exit ${code}`}); starting it again in ${pauseMs / 1000} s.`);
      timer = setTimeout(launch, pauseMs);
    });
  }

  function served(): void {
    if (hasServed && failures > 0) console.error(`The ${service.name} is back.`);
    hasServed = true;
    clearTimeout(overdue);
    announce();
  }

  function cannotStart(output: string): void {
    console.error(`\n${output.trim()}\n`);
    giveUp(new Trouble(`The ${service.name} does not start, for the reason above.`));
  }

  launch();
  return {
    ready,
    async restart() {
      if (isStopping || isRestarting) return;
      isRestarting = true;
      clearTimeout(timer);
      if (child) await end(child);
      isRestarting = false;
      failures = 0;
      if (!isStopping) launch();
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      clearTimeout(overdue);
      if (child) await end(child);
    },
  };
}

/** What a library will drop one day is news for developers, not for whoever runs a studio. */
function quietIn(environment: NodeJS.ProcessEnv): readonly string[] {
  return environment.NODE_ENV === "production" ? ["--disable-warning=DeprecationWarning"] : [];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = new Promise<void>((settle) => child.once("exit", () => settle()));
  endGroup(child, "SIGTERM");
  const impatience = setTimeout(() => endGroup(child, "SIGKILL"), GRACE_MS);
  await exited;
  clearTimeout(impatience);
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** Passes the service's lines on under its name once it serves, and keeps the last of them for the case that it never does. */
function echo(child: ChildProcess, name: string, isShown: () => boolean): () => string {
  let text = "";
  const take = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
    if (!isShown()) return;
    const lines = chunk.toString().split("\n").filter(Boolean);
    for (const line of lines) console.log(/^[[{]/.test(line) ? line : `[${name}] ${line}`);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return () => text;
}
