/** Electron's message channel over Node's: ports with `on('message', event)` instead of the event target that Node has. */
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import { partly } from '../../unit/electron/partly.ts';
import { constructible } from './constructible.ts';

/** Node's port under each of ours, to be handed to the page. */
const nodePorts = new WeakMap<Electron.MessagePortMain, MessagePort>();

/** What arrives in the page when a port is sent to it. */
export function transferred(port: Electron.MessagePortMain): MessagePort {
  const nodePort = nodePorts.get(port);
  if (nodePort === undefined) throw new Error('a port that this channel did not make');
  return nodePort;
}

function asPortMain(nodePort: MessagePort): Electron.MessagePortMain {
  const port: Electron.MessagePortMain = partly<Electron.MessagePortMain>({
    postMessage: (message) => nodePort.postMessage(message, []),
    start: () => nodePort.start(),
    close: () => nodePort.close(),
    on(event: string, listener: (...details: never[]) => void): Electron.MessagePortMain {
      // Electron's ports give an event with `data`, Node's give the data.
      nodePort.on(event, (data: unknown) => void Reflect.apply(listener, undefined, [{ data, ports: [] }]));
      return port;
    },
  });
  nodePorts.set(port, nodePort);
  return port;
}

export const MessageChannelMain = constructible(() => {
  const { port1, port2 } = new MessageChannel();
  return { port1: asPortMain(port1), port2: asPortMain(port2) };
}) satisfies new () => Electron.MessageChannelMain;
