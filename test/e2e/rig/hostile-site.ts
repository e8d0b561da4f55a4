import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A site of somebody else on another port of this machine, in the same browser as Latchkey's window. */
export interface HostileSite {
  url: string;
  /** What browsers sent it by themselves. */
  received: IncomingHttpHeaders[];
  stop(): Promise<void>;
}

/** @param target the origin of Latchkey's window */
export async function startHostileSite(target: string): Promise<HostileSite> {
  const received: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    received.push(request.headers);
    const script = request.url === '/worker.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? worker(target) : page(target));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Tries every way in that a page has, and keeps what came of each under `came`. */
const page = (target: string) => `<!doctype html><title>Elsewhere</title><body><script>
const target = ${JSON.stringify(target)};
const secret = 'A'.repeat(43);
const settled = (work) => work.then((answer) => answer, (error) => 'refused: ' + error.name);
const post = (mode, type) => fetch(target + '/enter', {
  method: 'POST', mode, credentials: 'include', headers: type ? { 'Content-Type': type } : {}, body: JSON.stringify({ secret }),
}).then(async (answer) => answer.type === 'opaque' ? 'opaque' : 'read ' + answer.status);
const socket = (protocols) => new Promise((resolve) => {
  const wire = new WebSocket(target.replace('http', 'ws') + '/rpc', protocols);
  wire.onopen = () => resolve('open');
  wire.onclose = () => resolve('closed');
});
const frame = () => new Promise((resolve) => {
  const inner = document.createElement('iframe');
  inner.name = 'inner';
  inner.src = target;
  inner.onload = () => { try { resolve(inner.contentWindow.document.title); } catch (error) { resolve('refused: ' + error.name); } };
  document.body.append(inner);
});
const form = () => new Promise((resolve) => {
  const inner = document.createElement('iframe');
  inner.name = 'posted';
  inner.onload = () => { try { resolve(inner.contentWindow.document.body.textContent); } catch (error) { resolve('refused: ' + error.name); } };
  document.body.append(inner);
  const sent = document.createElement('form');
  Object.assign(sent, { method: 'POST', action: target + '/enter', target: 'posted', enctype: 'text/plain' });
  sent.innerHTML = '<input name="{&quot;secret&quot;:&quot;' + secret + '&quot;,&quot;x&quot;:&quot;" value="&quot;}">';
  document.body.append(sent);
  sent.submit();
});
const script = () => new Promise((resolve) => {
  const loaded = document.createElement('script');
  Object.assign(loaded, { src: target + '/', onload: () => resolve('ran'), onerror: () => resolve('refused') });
  document.body.append(loaded);
});
const serviceWorker = async () => {
  const own = await navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready);
  const heard = new Promise((resolve) => (navigator.serviceWorker.onmessage = ({ data }) => resolve(data)));
  own.active.postMessage('try');
  return heard;
};
window.attack = async () => ({
  fetched: await settled(fetch(target + '/', { credentials: 'include' }).then((answer) => 'read ' + answer.status)),
  posted: await settled(post('cors')),
  postedJson: await settled(post('cors', 'application/json')),
  postedBlind: await settled(post('no-cors')),
  socket: await socket([]),
  socketGuessed: await socket(['latchkey', secret]),
  framed: await frame(),
  formed: await form(),
  script: await script(),
  worker: await settled(serviceWorker()),
  foreignWorker: await settled(navigator.serviceWorker.register(target + '/worker.js').then(() => 'registered')),
  storage: JSON.stringify({ ...sessionStorage, ...localStorage }),
  cookies: document.cookie,
});
window.openIt = () => { window.opened = window.open(target + '/', 'latchkey'); };
window.seen = () => { try { return opened.document.body.textContent; } catch (error) { return 'refused: ' + error.name; } };
</script>`;

const worker = (target: string) => `
onmessage = async ({ source }) => {
  const answer = await fetch('${target}/', { credentials: 'include' }).then((got) => 'read ' + got.status, () => 'refused');
  const wire = await new Promise((resolve) => {
    const socket = new WebSocket('${target.replace('http', 'ws')}/rpc', ['latchkey', '${'B'.repeat(43)}']);
    socket.onopen = () => resolve('open');
    socket.onclose = () => resolve('closed');
  });
  source.postMessage(answer + ', ' + wire);
};`;
