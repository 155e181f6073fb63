import { answerHealth } from "@/lib/server/routes/probe-routes";

export const dynamic = "force-dynamic";
export const GET = answerHealth;
