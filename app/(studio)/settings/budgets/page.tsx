import { Budgets } from "@/components/settings/budgets";

export default function BudgetSettingsPage() {
  return <Budgets />;
}
