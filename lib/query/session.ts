/**
 * Whether this browser's session still holds, for all tabs: the first 401 anywhere stops every tab's polling and shows one
 * prompt; a log-in in any tab takes it away again.
 */
export type SessionState = "in" | "out";

const CHANNEL = "jobwatch-session";
const listeners = new Set<() => void>();
let state: SessionState = "in";
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === "undefined") return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (message: MessageEvent<unknown>) => {
    if (message.data === "in" || message.data === "out") set(message.data);
  };
  return channel;
}

function set(next: SessionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export const session = {
  get: (): SessionState => state,
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void {
    open();
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The server no longer knows us. */
  ended(): void {
    if (state === "out") return;
    set("out");
    open()?.postMessage("out");
  },
  /** Somebody logged in, in this tab or another. */
  began(): void {
    set("in");
    open()?.postMessage("in");
  },
  close(): void {
    channel?.close();
    channel = null;
  },
};
