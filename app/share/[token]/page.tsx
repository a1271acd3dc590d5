import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AuthPage } from "@/components/auth/auth-page";
import { EntryForm } from "@/components/guest/entry-form";
import { GuestPage } from "@/components/guest/guest-page";
import { findShare, GUEST_COOKIE, guestWith } from "@/lib/auth/guest";
import { CLOSED_LINK_SENTENCES } from "@/lib/domain/guest/share-link";
import { seeShare } from "@/lib/services/guest/see-share";
import { enter, sayComment, sayMark, sayRecommendation } from "./acts";

export const metadata: Metadata = { title: "Shared with you", robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }> };

/** Where a share link leads: say who you are, then the pictures and what may be said about them. */
export default async function SharePage({ params }: Props) {
  const { token } = await params;
  const link = await findShare(token);
  if (link?.state !== "open") return <AuthPage title="This link does not open" intro={CLOSED_LINK_SENTENCES[link?.state ?? "unknown"]} />;
  const guest = await guestWith(link, (await cookies()).get(GUEST_COOKIE)?.value);
  if (!guest)
    return (
      <AuthPage
        title={link.name}
        intro={`${link.workspaceName} asks you to have a look. Say who you are, so that they know whom they hear from.`}
      >
        <EntryForm action={enter.bind(null, token)} hasPassword={link.hasPassword} />
      </AuthPage>
    );
  const acts = { recommend: sayRecommendation.bind(null, token), mark: sayMark.bind(null, token), comment: sayComment.bind(null, token) };
  return <GuestPage share={await seeShare(guest, {})} address={`/share/${token}`} acts={acts} />;
}
