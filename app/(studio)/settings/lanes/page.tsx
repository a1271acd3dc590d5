import { LanesScreen } from "./lanes-screen";

export default function LanesPage() {
  return <LanesScreen />;
}
