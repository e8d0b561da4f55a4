import {
  Archive,
  FileLock2,
  FileText,
  KeyRound,
  Printer,
  QrCode,
  ShieldOff,
  type LucideIcon,
} from 'lucide-react';
import type { ExportFormat } from '../../../contract/exports.ts';

/** A way to take codes along: a file, a set of QR codes to scan, or paper. */
export interface Target {
  /** The format's id, or `paper`. */
  readonly id: TargetId;
  readonly icon: LucideIcon;
  readonly result: 'file' | 'set' | 'paper';
  /** Whether a passphrase of its own protects it. */
  readonly isEncrypted: boolean;
}

export type TargetId = keyof typeof targets;

const targets = {
  latchkey: { icon: Archive, result: 'file' },
  'aegis-encrypted': { icon: FileLock2, result: 'file' },
  google: { icon: QrCode, result: 'set' },
  paper: { icon: Printer, result: 'paper' },
  aegis: { icon: ShieldOff, result: 'file' },
  otpauth: { icon: FileText, result: 'file' },
  cxf: { icon: KeyRound, result: 'file' },
} as const satisfies Record<string, Pick<Target, 'icon' | 'result'>>;

/** What is offered, in its order. A format that is not named here is left to the command. */
export function targetsOf(formats: readonly ExportFormat[]): Target[] {
  const ids = Object.keys(targets).filter((id): id is TargetId => Object.hasOwn(targets, id));
  return ids.flatMap((id) => {
    const format = formats.find((one) => one.id === id);
    if (format === undefined && id !== 'paper') return [];
    return { id, ...targets[id], isEncrypted: format?.isEncrypted ?? false };
  });
}

/** Where a target stands among the others. */
export function groupOf({ result, isEncrypted }: Target): 'encrypted' | 'shown' | 'plain' {
  if (isEncrypted) return 'encrypted';
  return result === 'file' ? 'plain' : 'shown';
}
