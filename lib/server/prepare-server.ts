import { prepareFirstAdmin } from "@/lib/server/auth/first-admin";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { resealAll } from "@/lib/server/credentials/reseal";
import { keyRing } from "@/lib/server/credentials/seal";
import { log } from "@/lib/server/log";
import { registerSecret } from "@/lib/server/outbound/secrets";
import { prepareRequests } from "@/lib/server/routes/client-address";
import { getServices } from "@/lib/server/routes/services";

/**
 * What a process does once before its work: hides its own secrets from the log, opens the database, puts stored
 * credentials under the newest key and watches the connections; where it answers requests, sees to the first admin.
 * @throws EnvError, SealError, or the database's error: then it must not start
 */
export async function prepareServer({ web }: { web: boolean }): Promise<void> {
  const services = await getServices();
  const { authSecret, encryptionKeys, metricsToken, bootstrapAdmin } = services.env;
  for (const secret of [authSecret, ...encryptionKeys, metricsToken, bootstrapAdmin?.password]) {
    if (secret != null) registerSecret(secret);
  }
  const resealed = await resealAll(services.db, keyRing(encryptionKeys));
  if (resealed > 0) log.info({ resealed }, "stored credentials are under the newest key");
  if (web) {
    prepareRequests();
    await prepareFirstAdmin(services, (line) => console.log(line));
  }
  connectionDirectory(services).start();
}
