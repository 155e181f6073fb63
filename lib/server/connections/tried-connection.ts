import { isDeepStrictEqual } from "node:util";
import { checkStored, descriptorOf, needsSecret } from "@/lib/server/connections/change-connection";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { flatForm, mergeChange, type ConnectionForm } from "@/lib/server/connections/merge-change";
import type { Services } from "@/lib/server/routes/services";

export interface TriedConnection {
  config: ConfiguredConnection;
  /** It is what is saved, to the letter: what holds for the one holds for the other. */
  isSaved: boolean;
}

/**
 * The connection that a form means, without saving it: a saved one by its id, a saved one with changes, or a new one.
 * @throws AppError `secret_required`, `invalid_connection`
 */
export async function triedConnection(services: Services, form: ConnectionForm): Promise<TriedConnection> {
  const saved = (await connectionDirectory(services).list()).find((one) => one.id === form.id);
  if (saved === undefined) {
    // A form may be tried before its connection has an id.
    const config = { ...checkStored({ id: "test", ...flatForm(form) }, services), configVersion: 0 };
    return { config, isSaved: false };
  }
  const { id: _id, ...change } = form;
  if (Object.keys(change).length === 0) return { config: saved, isSaved: true };
  if (change.vendor !== undefined && change.vendor !== saved.vendor) throw needsSecret();
  const { flat, secretRequired } = mergeChange(saved, change, descriptorOf(saved.vendor));
  if (secretRequired) throw needsSecret();
  // Whoever runs the server vouched for what stands in the file, not for what is typed here.
  const config = { ...checkStored(flat, services), configVersion: saved.configVersion };
  return { config, isSaved: isDeepStrictEqual(config, saved) };
}
