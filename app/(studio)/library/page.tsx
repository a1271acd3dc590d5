import { LibraryScreen } from "./library-screen";

export default function LibraryPage() {
  return <LibraryScreen />;
}
