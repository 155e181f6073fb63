import { expect, it } from "vitest";
import { consoleUrl } from "@/lib/vendors/dremio/console-url";

const id = "1d3091b1-d0be";
const base = "http://dremio.example:9047";

it.each([
  [{ baseUrl: base, consoleUrl: null }, `${base}/jobs/job/${id}`],
  [{ baseUrl: `${base}/api/v3/`, consoleUrl: null }, `${base}/jobs/job/${id}`],
  [{ baseUrl: base, consoleUrl: "https://console.example/" }, `https://console.example/jobs/job/${id}`],
  [{ baseUrl: base, consoleUrl: "https://c/x?job={id}&p={projectId}" }, `https://c/x?job=${id}&p=`],
  [
    { baseUrl: "https://api.dremio.cloud", consoleUrl: null, projectId: "p1" },
    `https://app.dremio.cloud/sonar/p1/jobs/job/${id}`,
  ],
  [
    { baseUrl: "https://api.eu.dremio.cloud/v0", consoleUrl: null, projectId: "p1" },
    `https://app.eu.dremio.cloud/sonar/p1/jobs/job/${id}`,
  ],
  [{ baseUrl: base, consoleUrl: "https://c/sonar/p2", projectId: "p1" }, `https://c/sonar/p2/jobs/job/${id}`],
  [{ baseUrl: base, consoleUrl: "https://c/%7BprojectId%7D/%7Bid%7D", projectId: "p1" }, `https://c/p1/${id}`],
])("%j → %s", (settings, url) => {
  expect(consoleUrl(settings, id)).toBe(url);
});
