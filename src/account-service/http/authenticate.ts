import { standalone } from '../database/statement.ts';
import { isRefusal, refusal } from '../refusal.ts';
import { accountOfPass, accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import type { SessionQuestion } from '../sessions/check.ts';
import { sessionOfRow } from '../sessions/live-session.ts';
import { checkPass } from '../trust/check-pass.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';
import { readDeviceProof, remembering, type DeviceProof } from './device-proof.ts';

/** What a request says about itself, apart from its body. */
export interface RequestFacts {
  method: string;
  /** The path as received, without query. */
  path: string;
  authorization: string | undefined;
  dpop: string | undefined;
  /** The caller's network prefix (`limits/network.ts`). */
  network: string;
}

/** A caller without a session. */
export interface OpenCaller {
  network: string;
  /** Thumbprint of the device key that the caller proved, if any. */
  deviceKey: string | null;
}

/** A caller that proved its device key. */
export interface DeviceCaller extends OpenCaller {
  deviceKey: string;
}

/** A caller whose proof may be a replay. The call itself remembers the proof and finds out. */
export interface UnspentProofCaller extends DeviceCaller {
  proof: DeviceProof['replay'];
}

/**
 * Finds the live session of a request, or its sync pass, in one statement. It remembers the proof (a second use fails), looks
 * up the token within its account, compares key, epoch and ages, and marks the session or the computer as seen.
 *
 * @throws `UNAUTHENTICATED`, saying whether the session (or the pass) or the proof is at fault
 */
export async function authenticate(service: Service, request: RequestFacts): Promise<SyncCaller> {
  const token = tokenOf(request);
  if (token === null) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  const passOf = accountOfPass(token);
  const accountId = passOf ?? accountOfToken(token);
  if (accountId === null) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  const now = service.clock.now();
  const { deviceKey, replay: proof } = await readSessionProof(service, request);
  const asked = { accountId, tokenHash: hashToken(token), deviceKey, proof, now };
  const found = passOf === null ? await findSession(service, request, asked) : await findPass(service, asked);
  if (found === null) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  if (found.caller.deviceKey !== deviceKey || !found.fresh)
    throw refusal('UNAUTHENTICATED', { reason: 'proof' });
  return found.caller;
}

/** Who asks, and whether the proof was not used before. */
type Found = { caller: SyncCaller; fresh: boolean } | null;

async function findSession(
  service: Service,
  { network }: RequestFacts,
  asked: SessionQuestion,
): Promise<Found> {
  const row = await service.checkSession(asked);
  const caller = row && sessionOfRow(row, network, asked.now);
  return caller && { caller, fresh: row.fresh };
}

async function findPass(service: Service, asked: SessionQuestion): Promise<Found> {
  const row = await checkPass(service.databases.checks, asked);
  if (row === null) return null;
  const { id, device_key: deviceKey, fresh } = row;
  return { caller: { kind: 'pass', accountId: asked.accountId, id, deviceKey }, fresh };
}

/**
 * The caller of an open procedure that is bound to a device key.
 *
 * @throws `DEVICE_PROOF_INVALID` without a good, unused proof
 */
export async function deviceCaller(service: Service, request: RequestFacts): Promise<DeviceCaller> {
  const { proof, ...caller } = await callerWithUnspentProof(service, request);
  const fresh = await rememberProof(service.databases.checks, [proof.slot, proof.hash]);
  if (fresh.length === 0) throw refusal('DEVICE_PROOF_INVALID');
  return caller;
}

/**
 * Like `deviceCaller`, for a procedure that remembers the proof in its own first statement, by `remembering`.
 *
 * @throws `DEVICE_PROOF_INVALID` without a good proof
 */
export async function callerWithUnspentProof(
  service: Service,
  request: RequestFacts,
): Promise<UnspentProofCaller> {
  const proof = await readDeviceProof(request.dpop, proofTarget(service, request, null, tokenOf(request)));
  return { network: request.network, deviceKey: proof.deviceKey, proof: proof.replay };
}

const rememberProof = standalone(remembering('$1', '$2'));

/** The caller of an open procedure with an optional device key. A bad proof is still refused. */
export async function openCaller(service: Service, request: RequestFacts): Promise<OpenCaller> {
  if (request.dpop === undefined) return { network: request.network, deviceKey: null };
  return deviceCaller(service, request);
}

/** With a token, a bad proof is a session error, with the same code as any other reason to sign in again. */
async function readSessionProof(service: Service, request: RequestFacts): Promise<DeviceProof> {
  try {
    return await readDeviceProof(request.dpop, proofTarget(service, request, tokenOf(request)));
  } catch (error) {
    throw isRefusal(error) ? refusal('UNAUTHENTICATED', { reason: 'proof' }) : error;
  }
}

function tokenOf({ authorization = '' }: RequestFacts): string | null {
  return /^DPoP ([A-Za-z0-9_.-]{1,256})$/i.exec(authorization)?.[1] ?? null;
}

function proofTarget(
  service: Service,
  request: RequestFacts,
  token: string | null,
  idleToken: string | null = null,
) {
  return {
    method: request.method,
    url: `${service.config.PUBLIC_URL}${request.path}`,
    now: service.clock.now(),
    token,
    idleToken,
  };
}
