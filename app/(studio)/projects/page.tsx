import { ProjectsScreen } from "./projects-screen";

export default function ProjectsPage() {
  return <ProjectsScreen />;
}
