import { FindingList, routes } from "@twinline/api";
import { instantText } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";

/** Findings that one page shows, newest first. */
export const FINDINGS_MAX = 200;

/** What did not fit in the events of devices: for a human to look at. */
export function registerFindings(app: App, access: Access): void {
  const { node } = access;
  app.get(routes.findings.path, { schema: { response: { 200: FindingList } } }, async (request) => {
    requireAbility(access, await requireOfficer(access, request), "list", { kind: "finding", side: node.side });
    const { rows } = await node.database.query<{
      entry: number;
      at: Temporal.Instant;
      finding: string;
      device: string;
      sequence: number;
      total: number;
    }>(
      `select f.entry, e.at, f.finding, f.device, f.sequence, count(*) over ()::int as total
       from finding f join entry e on e.number = f.entry order by f.entry desc, f.finding limit $1`,
      [FINDINGS_MAX],
    );
    return {
      rows: rows.map(({ total: _, at, ...row }) => ({ ...row, at: instantText(at.epochMilliseconds) })),
      total: rows[0]?.total ?? 0,
    };
  });
}
