/** Electron's HTTP client over Node's: what electron-updater uses of it. */
import { EventEmitter } from 'node:events';
import { request as httpRequest } from 'node:http';
import type Electron from 'electron';
import { listenTo } from '../../unit/electron/listen-to.ts';
import { partly } from '../../unit/electron/partly.ts';

export const net = partly<Electron.Net>({
  request(options) {
    if (typeof options === 'string') throw new Error('the updater names the parts of an address');
    const { hostname, port, path, headers } = options;
    const events = new EventEmitter();
    const sent = httpRequest({
      hostname,
      port,
      path,
      headers: Object.fromEntries(Object.entries(headers ?? {})),
    });
    for (const event of ['response', 'error', 'abort']) {
      sent.on(event, (...details: unknown[]) => void events.emit(event, ...details));
    }
    const request: Electron.ClientRequest = partly<Electron.ClientRequest>({
      on: listenTo(events, () => request),
      abort: () => void sent.destroy(),
      end(): Electron.ClientRequest {
        sent.end();
        return request;
      },
    });
    return request;
  },
});
