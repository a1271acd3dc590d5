import { EngineSettingsScreen } from "./engine-settings-screen";

export default function EngineSettingsPage() {
  return <EngineSettingsScreen />;
}
