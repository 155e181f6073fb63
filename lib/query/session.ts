/**
 * Whether this browser's session still holds, for all tabs: the first 401 anywhere stops every tab's polling and shows one
 * prompt; a log-in in any tab takes it away again.
 */
export type SessionState = "in" | "out";

const CHANNEL = "jobwatch-session";
const listeners = new Set<() => void>();
const logInListeners = new Set<() => void>();
let state: SessionState = "in";
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === "undefined") return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === "in" && state === "in") for (const listener of logInListeners) listener();
    else if (data === "in" || data === "out") set(data);
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
  /** Somebody logged in in another tab while the session still held: it may be another person's now. */
  onLogInElsewhere(listener: () => void): () => void {
    open();
    logInListeners.add(listener);
    return () => logInListeners.delete(listener);
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
