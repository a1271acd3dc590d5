import { MemberList } from "@/components/settings/member-list";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { YourAccount } from "@/components/settings/your-account";
import { changeOwnPassword } from "./actions";

export default function MembersPage() {
  return (
    <>
      <MemberList />
      <YourAccount changePassword={changeOwnPassword} />
      <SettingsSection title="Your sessions" note="Where you are signed in. Ending one signs that browser out at its next request.">
        <SessionList />
      </SettingsSection>
    </>
  );
}
