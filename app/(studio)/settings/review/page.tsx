import { DefectKinds } from "@/components/settings/defect-kinds";

export default function ReviewSettingsPage() {
  return <DefectKinds />;
}
