import { NoticeWishes } from "@/components/settings/notice-wishes";
import { env } from "@/lib/env";

/** Asked of the machine with each request: a build knows nothing of its environment. */
export const dynamic = "force-dynamic";

export default function NoticeSettingsPage() {
  return <NoticeWishes sendsMail={env().mail() !== undefined} />;
}
