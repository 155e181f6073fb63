import { AppError } from "@/lib/server/app-error";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { secretFields } from "@/lib/server/connections/stored-connections";
import { triedConnection } from "@/lib/server/connections/tried-connection";
import { redact, registerSecret } from "@/lib/server/outbound/secrets";
import { createOutbound } from "@/lib/server/outbound/outbound";
import type { ConnectionForm } from "@/lib/server/connections/merge-change";
import type { Services } from "@/lib/server/routes/services";
import { askSoon } from "@/lib/server/store/health";
import { doorOf } from "@/lib/server/vendors/connection-hub";
import { liveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";
import { vendors } from "@/lib/vendors/registry";

const DEADLINE_MS = 15_000;

export interface TestAnswer {
  ok: boolean;
  /** Why not, as a vendor error's reason. */
  code: string | null;
  message: string;
  ms: number;
}

/** A connection as it is saved has answered: no waiting goes on from before. */
async function noteAnswer(services: Services, id: string): Promise<void> {
  connectionDirectory(services).answered(id);
  await askSoon(services.db, id, services.now());
}

/**
 * Makes one cheap call with a saved connection, or with what a form holds. The same rules as in saving: a secret goes to
 * no new address by itself, and an address of the form is held to the outbound rules. Where the saved connection answers
 * well, nobody waits any longer for what it did before.
 * @throws AppError `secret_required`, `invalid_connection`
 */
export async function testConnection(services: Services, form: ConnectionForm): Promise<TestAnswer> {
  const { config, isSaved } = await triedConnection(services, form);
  const connector = vendors[config.vendor];
  if (connector === undefined) throw new AppError("invalid_connection");
  for (const field of secretFields(connector.descriptor, config.auth.type)) {
    const value = config.auth.values[field];
    if (value !== undefined) registerSecret(value);
  }
  const outbound = createOutbound({ vendorNetworks: services.env.vendorNetworks });
  const started = performance.now();
  const answer = (ok: boolean, code: string | null, message: string): TestAnswer => ({
    ok,
    code,
    message,
    ms: Math.round(performance.now() - started),
  });
  try {
    const live = liveConnection(config, connector, outbound.open(doorOf(config)), Date.now);
    await connector.check(live.context(AbortSignal.timeout(DEADLINE_MS)));
    if (isSaved) await noteAnswer(services, config.id);
    return answer(true, null, "The vendor answered.");
  } catch (error) {
    if (error instanceof VendorError) return answer(false, error.reason, redact(error.message));
    if (error instanceof Error && /abort|timeout/i.test(error.name))
      return answer(false, "timeout", "The vendor did not answer in time.");
    throw error;
  } finally {
    await outbound.close();
  }
}
