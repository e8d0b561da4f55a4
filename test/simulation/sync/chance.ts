import { createHash } from 'node:crypto';
import { randomFrom, type Random as Numbers } from '../../fuzz/random.ts';

/** All that is random in a history. */
export interface Chance extends Numbers {
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  readonly bytes: (count: number) => Uint8Array;
  uuid(): string;
}

export function chanceFrom(seed: number, index: number): Chance {
  const numbers = randomFrom(seed, index);
  let drawn = 0;
  const bytes = (count: number) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < count; have += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${index} ${drawn}`).digest());
      drawn += 1;
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
  };
  return {
    ...numbers,
    happens: (probability) => numbers.below(1_000_000) < probability * 1_000_000,
    bytes,
    uuid() {
      const id = Buffer.from(bytes(16));
      id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x40, 6);
      id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
    },
  };
}
