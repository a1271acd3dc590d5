import { EvalSetsScreen } from "./eval-sets-screen";

export default function EvalSetsPage() {
  return <EvalSetsScreen />;
}
