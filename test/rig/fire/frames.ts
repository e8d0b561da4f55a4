import { createHash } from 'node:crypto';
import type { Shot } from './shots.ts';

interface Frame {
  fin?: boolean;
  /** The three reserved bits, as a number. */
  rsv?: number;
  opcode: number;
  masked?: boolean;
  /** Announced in place of the true length. */
  length?: bigint;
  payload?: Buffer;
}

/** A frame as RFC 6455 section 5.2 lays it out, right or wrong. */
export function frame({ fin = true, rsv = 0, opcode, masked = true, length, payload }: Frame): Buffer {
  const body = payload ?? Buffer.alloc(0);
  const said = length ?? BigInt(body.length);
  const size = said < 126n ? Buffer.alloc(0) : Buffer.alloc(said < 65_536n ? 2 : 8);
  if (size.length === 2) size.writeUInt16BE(Number(said));
  if (size.length === 8) size.writeBigUInt64BE(said);
  const short = size.length === 0 ? Number(said) : size.length === 2 ? 126 : 127;
  const mask = createHash('sha256').update(body).digest().subarray(0, 4);
  const hidden = masked ? body.map((byte, at) => byte ^ (mask[at % 4] ?? 0)) : body;
  return Buffer.concat([
    Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode, (masked ? 0x80 : 0) | short]),
    size,
    ...(masked ? [mask] : []),
    hidden,
  ]);
}

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const words = (said: string) => frame({ opcode: opcodes.text, payload: Buffer.from(said) });

/** Frames of every kind that a connection may break by. */
export const frameShots: Record<string, Shot> = {
  'not masked': () => Buffer.from('81027b7d', 'hex'),
  'a reserved opcode': (random) => frame({ opcode: random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) }),
  'reserved bits': (random) =>
    frame({ rsv: 1 + random.under(7), opcode: random.pick([1, 2, 8, 9]), payload: random.bytes(20) }),
  'text that is no UTF-8': () => frame({ opcode: opcodes.text, payload: Buffer.from('c328a0ff', 'hex') }),
  'two GiB, announced': () => frame({ opcode: opcodes.binary, length: 2n ** 31n, payload: Buffer.alloc(64) }),
  'more than any number, announced': () => frame({ opcode: opcodes.text, length: 2n ** 64n - 1n }),
  'a continuation of nothing': (random) =>
    frame({ opcode: opcodes.continuation, payload: random.bytes(30), fin: random.under(2) === 0 }),
  'a beginning in the middle': (random) =>
    Buffer.concat([
      frame({ fin: false, opcode: opcodes.text, payload: Buffer.from('{') }),
      frame({ opcode: opcodes.text, payload: random.bytes(4) }),
    ]),
  'a long ping': (random) => frame({ opcode: opcodes.ping, payload: random.bytes(126 + random.under(900)) }),
  'a ping in pieces': (random) => frame({ fin: false, opcode: opcodes.ping, payload: random.bytes(9) }),
  'many pings, no answer fetched': (random) =>
    Buffer.concat(
      Array.from({ length: 300 }, () => frame({ opcode: opcodes.ping, payload: random.bytes(100) })),
    ),
  'a flood of pieces': () =>
    Buffer.concat([
      frame({ fin: false, opcode: opcodes.text, payload: Buffer.from('{') }),
      ...Array.from({ length: 17_000 }, () => Buffer.from('008000000000', 'hex')),
    ]),
  'something packed, where nothing was agreed': (random) =>
    frame({ rsv: 4, opcode: opcodes.binary, payload: random.bytes(50) }),
  'a close of one byte': () => frame({ opcode: opcodes.close, payload: Buffer.from([3]) }),
  'a close for a reason that there is not': (random) =>
    frame({ opcode: opcodes.close, payload: Buffer.from([0, random.under(256), 0xff]) }),
  'half a frame': (random) => frame({ opcode: opcodes.text, payload: random.bytes(400) }).subarray(0, 9),
  'any bytes': (random) => random.bytes(1 + random.under(500)),
  'words that are no JSON': () => words('{"i":'),
  'JSON that is no message': (random) =>
    words(random.pick(['null', '[]', '{}', '7', '"x"', '{"i":"1"}', '{"i":"1","p":null}', '{"i":{},"t":9}'])),
  'a call of what is not there': (random) =>
    words(
      JSON.stringify({
        i: String(random.under(9)),
        p: { u: random.pick(['/__proto__', '/vault/no', '//']) },
      }),
    ),
  'a call with what does not fit': (random) =>
    words(
      JSON.stringify({
        i: '1',
        p: {
          u: random.pick(['/codes/copy', '/vault/unlock', '/scan/image']),
          b: { json: random.pick([[], 1, null]) },
        },
      }),
    ),
  'bytes that are no message': (random) =>
    frame({ opcode: opcodes.binary, payload: random.bytes(1 + random.under(300)) }),
};
