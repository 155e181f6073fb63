"use client";

import { CircleUser } from "lucide-react";
import { useRouter } from "next/navigation";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { useWho } from "@/components/shell/who";
import { logOut } from "@/components/session/log-out";
import { routes } from "@/lib/url/routes";

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const me = useWho();
  const router = useRouter();
  const name = me.email.split("@")[0] ?? me.email;
  return (
    <LazyMenu
      text={
        <>
          <CircleUser aria-hidden size={15} />
          <span className="max-w-28 truncate max-lg:hidden">{name}</span>
        </>
      }
      label={`Account: ${me.email}`}
      tone="quiet"
      align="end"
      entries={() => [
        { type: "heading", label: `${me.email} · ${me.role}` },
        { type: "item", label: "Settings", onSelect: () => router.push(routes.settings()) },
        { type: "item", label: "Keyboard", hint: <span className="kbd">?</span>, onSelect: onKeys },
        { type: "line" },
        { type: "item", label: "Log out", onSelect: () => void logOut() },
      ]}
    />
  );
}
