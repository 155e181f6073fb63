import type { Services } from "@/lib/server/routes/services";
import type { ConnectionHub } from "@/lib/server/vendors/connection-hub";

/** What the verbs on jobs stand on: every route's services, and the open connections. */
export interface JobServices extends Services {
  hub: ConnectionHub;
}
