import { MemberList } from "@/components/settings/member-list";
import { SessionList } from "@/components/settings/session-list";
import { SettingsSection } from "@/components/settings/settings-section";

export default function MembersPage() {
  return (
    <>
      <MemberList />
      <SettingsSection title="Your sessions" note="Where you are signed in. Ending one signs that browser out at its next request.">
        <SessionList />
      </SettingsSection>
    </>
  );
}
