import { DeliveryTargets } from "@/components/settings/delivery-targets";

export default function DeliveryPage() {
  return <DeliveryTargets />;
}
