import { hostPattern } from "@/lib/domain/engine/allowed-host";
import { env } from "@/lib/env";

/**
 * The hosts whoever runs the installation allows connections to name; null: they bound nothing. One that names no host allows none.
 */
export function hostsOfInstallation(): readonly string[] | null {
  return env().engineHosts?.flatMap((text) => hostPattern(text) ?? []) ?? null;
}
