/** Next calls it once, before the web process answers anybody. */
export async function register(): Promise<void> {
  // Written out, so that the bundler leaves all of it away for a runtime that is not Node.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { tellOfWeb } = await import("@/lib/telemetry/tell-of-web");
    tellOfWeb();
  }
}
