import { AssetsScreen } from "./assets-screen";

export default function AssetsPage() {
  return <AssetsScreen />;
}
