import { migrate } from "@/lib/db/migrate";
import { prepareQueues } from "@/lib/jobs/queue";

/** Everything the studio keeps in the database, brought to the newest form. */
export async function prepareTables(url: string, migrations: string): Promise<void> {
  await migrate(url, migrations);
  await prepareQueues(url);
}
