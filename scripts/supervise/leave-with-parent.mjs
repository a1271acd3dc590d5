// Loaded into web and worker before anything else: when the supervisor is gone, even by kill -9, its channel closes and they leave too.
const LAST_MOMENT_MS = 4_000;

function leave() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
}

// A process that starts others, as Next's development server does, passes its flags on to them. Theirs is another parent and another
// channel, which they need: this file is for the one process the supervisor has started.
const own = process.execArgv.indexOf(import.meta.url);
if (own > 0) process.execArgv.splice(own - 1, 2);

// The supervisor may be gone before we came to listen.
if (process.connected === false) leave();
process.on("disconnect", leave);
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
