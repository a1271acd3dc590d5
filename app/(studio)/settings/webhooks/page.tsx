import { WebhookList } from "@/components/settings/webhook-list";

export default function WebhooksPage() {
  return <WebhookList />;
}
