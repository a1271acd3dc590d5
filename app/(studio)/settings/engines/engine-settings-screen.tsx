"use client";
import { PriceDialog } from "@/components/engines/price-dialog";
import { EngineConnections } from "@/components/settings/engine-connections";

/** The workspace's connections, with the dialog that the catalogue's pages ask prices in. */
export function EngineSettingsScreen() {
  return <EngineConnections askPrice={(asked) => <PriceDialog {...asked} />} />;
}
