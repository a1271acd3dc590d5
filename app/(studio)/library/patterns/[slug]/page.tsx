import { PatternScreen } from "./pattern-screen";

export default async function PatternPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return <PatternScreen slug={slug} />;
}
