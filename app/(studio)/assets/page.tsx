import { HistoryProvider } from "@/lib/client/history/history-provider";
import { AssetsScreen } from "./assets-screen";

export default function AssetsPage() {
  return (
    <HistoryProvider>
      <AssetsScreen />
    </HistoryProvider>
  );
}
