import { redirect } from "next/navigation";
import { routes } from "@/lib/url/routes";

export default function Home() {
  redirect(routes.jobs());
}
