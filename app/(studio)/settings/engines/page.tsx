import { EngineConnections } from "@/components/settings/engine-connections";

export default function EngineSettingsPage() {
  return <EngineConnections />;
}
