import { KEY_BYTES, malformed, type ByteReader, type ByteWriter, type Hash, type Random } from './bytes.ts';
import { syncLimits } from './limits.ts';
import { deriveKey, hashOf, keyPair, type KeyPair } from './primitives.ts';
import { structure } from './structure.ts';

/** The two key pairs of a member: one signs (Ed25519), to the other epoch keys are sealed (X25519). */
export interface MemberKeys {
  readonly signing: KeyPair;
  readonly sealing: KeyPair;
}

const memberKinds = ['device', 'kit'] as const;
type MemberKind = (typeof memberKinds)[number];

/** Who is in: a computer, or the recovery kit. The name, the platform and the time are what the member says. */
export interface Member {
  readonly kind: MemberKind;
  readonly signing: Uint8Array;
  readonly sealing: Uint8Array;
  readonly name: string;
  readonly platform: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** New keys of a computer. */
export function newDeviceKeys(random: Random): MemberKeys {
  return { signing: keyPair('ed25519', random(KEY_BYTES)), sealing: keyPair('x25519', random(KEY_BYTES)) };
}

/**
 * The keys of a recovery kit as a member of an account's log, derived from its code. They have nothing in common with the
 * key that opens the vault's slot, and no two accounts have the same.
 * @param code 20 bytes
 */
export function kitKeys(code: Uint8Array, account: string): MemberKeys {
  const derive = (use: string) => deriveKey(code, structure('kit', account).text(use).bytes());
  return { signing: keyPair('ed25519', derive('ed25519')), sealing: keyPair('x25519', derive('x25519')) };
}

/** Zeroes the secret halves. */
export function zeroMemberKeys({ signing, sealing }: MemberKeys): void {
  signing.secret.fill(0);
  sealing.secret.fill(0);
}

/** A member by its keys: what a person compares, and what entries of the log name. */
export function fingerprintOf(
  { kind, signing, sealing }: Pick<Member, 'kind' | 'signing' | 'sealing'>,
  account: string,
): Hash {
  const bytes = structure('member', account).u8(numberOf(kind));
  return hashOf(bytes.fixed(signing, KEY_BYTES).fixed(sealing, KEY_BYTES).bytes());
}

/** The fingerprint of the kit that has this code. */
export function kitFingerprint(code: Uint8Array, account: string): Hash {
  const { signing, sealing } = kitKeys(code, account);
  const fingerprint = fingerprintOf(
    { kind: 'kit', signing: signing.public, sealing: sealing.public },
    account,
  );
  zeroMemberKeys({ signing, sealing });
  return fingerprint;
}

/** The member that has these keys. */
export function memberOf(keys: MemberKeys, about: Omit<Member, 'signing' | 'sealing'>): Member {
  return { ...about, signing: keys.signing.public, sealing: keys.sealing.public };
}

export function writeMember(to: ByteWriter, member: Member): ByteWriter {
  return to
    .u8(numberOf(member.kind))
    .fixed(member.signing, KEY_BYTES)
    .fixed(member.sealing, KEY_BYTES)
    .text(member.name)
    .text(member.platform)
    .u64(member.madeAt);
}

export function readMember(from: ByteReader, expected: MemberKind): Member {
  const kind = memberKinds[from.u8() - 1];
  if (kind !== expected) throw malformed(`not a ${expected}`);
  return {
    kind,
    signing: from.fixed(KEY_BYTES),
    sealing: from.fixed(KEY_BYTES),
    name: from.text(syncLimits.name),
    platform: from.text(syncLimits.platform),
    madeAt: from.u64(),
  };
}

function numberOf(kind: MemberKind): number {
  return memberKinds.indexOf(kind) + 1;
}
