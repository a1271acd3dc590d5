import { KeyList } from "@/components/settings/key-list";

export default function KeysPage() {
  return <KeyList />;
}
