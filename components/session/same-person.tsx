"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWho } from "@/components/shell/who";
import type { Me } from "@/lib/contract/access";
import { accessQueries } from "@/lib/query/access";
import { session } from "@/lib/query/session";

/** Whether a page that was made for one is right for the other: in its name, and in what it offers and shows. */
export function isSamePerson(one: Me, other: Me): boolean {
  const facts = ({ id, email, role, connections }: Me) => JSON.stringify([id, email, role, connections]);
  return facts(one) === facts(other);
}

/**
 * A page is made for one person. Who that is by now is asked after a log-in in another tab, and when this tab is seen again;
 * for another person, or another role, the page is loaded anew.
 */
export function SamePerson() {
  const madeFor = useWho();
  const client = useQueryClient();
  const { data: now } = useQuery({
    ...accessQueries.me(),
    initialData: madeFor,
    refetchOnWindowFocus: () => session.get() === "in" && "always",
  });
  useEffect(
    () => session.onLogInElsewhere(() => void client.invalidateQueries({ queryKey: accessQueries.me().queryKey })),
    [client],
  );
  const isSame = isSamePerson(madeFor, now);
  useEffect(() => {
    if (!isSame) window.location.reload();
  }, [isSame]);
  return null;
}
