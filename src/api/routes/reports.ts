import type { Request, Response } from 'express';
import type { REPORT_ROUTES } from '../../contract/reports';
import { csv } from '../http/csv';
import type { HandlersOf } from '../handler';
import { reportRange } from './reports/range';
import { serviceReport } from './reports/service';
import { serviceTable, trendsTable } from './reports/tables';
import { trendsReport } from './reports/trends';

/** The handlers of REPORT_ROUTES, by route id. */
export const reportHandlers: HandlersOf<typeof REPORT_ROUTES> = {
  async readTrends({ query: { by = 'day', group = 'type', ...given }, http, reply }, deps) {
    const body = await trendsReport(deps.store, await reportRange(deps, given), by, group);
    if (!wantsTable(http, reply)) return { status: 200, body };
    sendTable(reply, `tendencias-${body.from}-${body.to}`, trendsTable(body));
    return 'written';
  },

  async readServiceReport({ query, http, reply }, deps) {
    const body = await serviceReport(deps.store, await reportRange(deps, query));
    if (!wantsTable(http, reply)) return { status: 200, body };
    sendTable(reply, `servicio-${body.from}-${body.to}`, serviceTable(body));
    return 'written';
  },
};

function wantsTable(http: Request, reply: Response): boolean {
  reply.vary('Accept');
  return http.accepts(['application/json', 'text/csv']) === 'text/csv';
}

function sendTable(reply: Response, name: string, rows: Parameters<typeof csv>[0]): void {
  reply.status(200).set({
    'Cache-Control': 'no-store',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Content-Type': 'text/csv; charset=utf-8; header=present',
  });
  reply.send(csv(rows));
}
