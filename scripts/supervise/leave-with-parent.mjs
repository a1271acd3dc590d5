// Loaded into web and worker before anything else: when the supervisor is gone, even by kill -9, its channel closes and they leave too.
const LAST_MOMENT_MS = 4_000;

function leave() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
}

// The supervisor may be gone before we came to listen.
if (process.connected === false) leave();
process.on("disconnect", leave);
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
