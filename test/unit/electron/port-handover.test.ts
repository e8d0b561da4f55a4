import { describe, expect, it } from 'vitest';
import type { IpcMainEvent, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import { createPortHandover } from '../../../src/main/port-handover.ts';
import { partly } from './partly.ts';

/** A page in some contents: what it got, and how it asks. */
function page(origin: string) {
  const received: { channel: string; ports: number }[] = [];
  const frame = partly<WebFrameMain>({
    origin,
    postMessage: (channel, _message, ports) => {
      received.push({ channel, ports: ports?.length ?? 0 });
    },
  });
  const contents = partly<WebContents>({ mainFrame: frame });
  const ask = (changes: Partial<IpcMainEvent> = {}): IpcMainEvent =>
    partly<IpcMainEvent>({ sender: contents, senderFrame: frame, ...changes });
  return { received, contents, ask };
}

function host(known: WebContents) {
  const closed: number[] = [];
  let made = 0;
  let served = 0;
  const port = (number: number): MessagePortMain =>
    partly<MessagePortMain>({ close: () => closed.push(number) });
  const listener = createPortHandover({
    isWindow: (contents) => contents === known,
    createChannel: () => ({ port1: port((made += 1)), port2: port(0) }),
    serve: () => (served += 1),
  });
  return { listener, closed, served: () => served };
}

describe('the port', () => {
  it("goes to the main frame of Latchkey's window", () => {
    const { contents, ask, received } = page('app://latchkey');
    const { listener, served } = host(contents);
    listener(ask());
    expect(received).toEqual([{ channel: 'latchkey:port', ports: 1 }]);
    expect(served()).toBe(1);
  });

  it.each(['https://evil.example', 'app://elsewhere', 'app://latchkey.evil', 'file://', 'null'])(
    'does not go to a page at %s',
    (origin) => {
      const { contents, ask, received } = page(origin);
      const { listener, served } = host(contents);
      listener(ask());
      expect(received).toEqual([]);
      expect(served()).toBe(0);
    },
  );

  it('does not go to a frame in the window, nor to one that is gone', () => {
    const { contents, ask, received } = page('app://latchkey');
    const { listener, served } = host(contents);
    const inner: { channel: string }[] = [];
    const frame = partly<WebFrameMain>({
      origin: 'app://latchkey',
      postMessage: (channel) => void inner.push({ channel }),
    });
    listener(ask({ senderFrame: frame }));
    listener(ask({ senderFrame: null }));
    expect([...received, ...inner]).toEqual([]);
    expect(served()).toBe(0);
  });

  it('does not go to contents that Latchkey did not make a window of', () => {
    const { ask, received } = page('app://latchkey');
    const { listener } = host(page('app://latchkey').contents);
    listener(ask());
    expect(received).toEqual([]);
  });

  it('is closed when the page that had it is loaded again', () => {
    const { contents, ask, received } = page('app://latchkey');
    const { listener, closed } = host(contents);
    listener(ask());
    expect(closed).toEqual([]);
    listener(ask());
    expect(closed).toEqual([1]);
    expect(received).toHaveLength(2);
  });
});
