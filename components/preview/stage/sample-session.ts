import { session } from "@/lib/query/session";

/** The session is over in this tab alone: no other tab is told. @returns what makes it hold again */
export function endSampleSession(): () => void {
  const Channel = window.BroadcastChannel;
  session.close();
  Reflect.deleteProperty(window, "BroadcastChannel");
  session.ended();
  return () => {
    session.began();
    window.BroadcastChannel = Channel;
  };
}
