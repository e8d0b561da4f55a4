import type { SyncTrouble } from '../../contract/sync.ts';
import type { SyncState } from '../../core/sync/client/state.ts';
import { SyncError, type SyncFault } from '../../core/sync/protocol/fault.ts';
import { Failure } from '../failure.ts';
import type { KeptFault } from './seal.ts';

/** Why a computer that is in has stopped. */
export function troubleOfState(trouble: NonNullable<SyncState['trouble']>): SyncTrouble {
  return trouble === 'REMOVED' ? plain('removed', 'joinAgain') : troubleOfFault(trouble);
}

/** Why what is kept does not open. */
export function troubleOfKept(fault: KeptFault): SyncTrouble {
  return fault === 'newer' ? plain('newer', 'update') : plain('unreadable', 'joinAgain');
}

/** What a failed attempt means for the person; null for a bug, which is reported, and while the vault is closed. */
export function troubleOf(error: unknown): SyncTrouble | null {
  if (error instanceof SyncError) return troubleOfFault(error.code);
  if (!(error instanceof Failure)) return null;
  switch (error.code) {
    case 'SERVER_UNREACHABLE':
      return plain('offline', 'wait');
    case 'OTHER_STEP':
    case 'UNAUTHENTICATED':
    case 'ENROLMENT_REQUIRED':
      return plain('signedOut', 'signIn');
    case 'RATE_LIMITED':
    case 'BUSY':
    case 'SYNC_LATER':
    case 'SYNC_STALE':
    case 'DEVICE_PROOF_INVALID':
      return plain('busy', 'wait');
    case 'VAULT_READ_ONLY':
      return plain('readOnly', 'makeWritable');
    case 'VAULT_WRITE_FAILED':
    case 'SYNC_NOT_KEPT':
    case 'LOCAL_ACCOUNT_WRITE_FAILED':
      return plain('notWritten', 'makeWritable');
    case 'SYNC_FULL':
      return plain('full', 'makeRoom');
    case 'SYNC_REFUSED':
      return plain('refused', 'update');
    case 'STEP_UP_REQUIRED':
      return plain('refused', 'stepUp');
    case 'SYNC_OFF':
      return plain('ended', 'joinAgain');
    case 'SYNC_NOT_MEMBER':
      return plain('notMember', 'tryAgain');
    default:
      return null;
  }
}

function troubleOfFault(fault: SyncFault): SyncTrouble {
  switch (fault) {
    case 'UNKNOWN_SUITE':
      return { code: 'stopped', next: 'update', fault };
    case 'NOT_WELCOMED':
      return { code: 'notWelcomed', next: 'joinAgain', fault };
    default:
      return { code: 'stopped', next: 'tryAgain', fault };
  }
}

function plain(code: SyncTrouble['code'], next: SyncTrouble['next']): SyncTrouble {
  return { code, next, fault: null };
}
