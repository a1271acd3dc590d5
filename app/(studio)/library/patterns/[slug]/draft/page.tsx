import { DraftScreen } from "./draft-screen";

export default async function DraftPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return <DraftScreen slug={slug} />;
}
