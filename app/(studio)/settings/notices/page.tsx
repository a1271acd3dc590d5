import { NoticeWishes } from "@/components/settings/notice-wishes";
import { StudioMail } from "@/components/settings/studio-mail";
import { env } from "@/lib/env";
import { sendTestMail } from "./actions";

/** Asked of the machine with each request: a build knows nothing of its environment. */
export const dynamic = "force-dynamic";

export default function NoticeSettingsPage() {
  const mail = env().mail();
  return (
    <>
      <NoticeWishes sendsMail={mail !== undefined} />
      <StudioMail from={mail?.from ?? null} server={mail ? new URL(mail.server).host : null} sendTest={sendTestMail} />
    </>
  );
}
