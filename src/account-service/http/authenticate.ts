import { standalone } from '../database/statement.ts';
import { isRefusal, refusal } from '../refusal.ts';
import { accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { sessionOfRow, type LiveSession } from '../sessions/live-session.ts';
import { readDeviceProof, type DeviceProof } from './device-proof.ts';

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
 * Finds the live session of a request in one statement. It remembers the proof (a second use fails), looks up
 * the token within its account, compares session, key, epoch and ages, and marks the session as seen.
 *
 * @throws `UNAUTHENTICATED`, saying whether the session or the proof is at fault
 */
export async function authenticate(service: Service, request: RequestFacts): Promise<LiveSession> {
  const token = tokenOf(request);
  const accountId = token === null ? null : accountOfToken(token);
  if (token === null || accountId === null) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  const now = service.clock.now();
  const proof = await readSessionProof(service, request);
  const row = await service.checkSession({
    accountId,
    tokenHash: hashToken(token),
    deviceKey: proof.deviceKey,
    proof: proof.replay,
    now,
  });
  const session = row && sessionOfRow(row, request.network, now);
  if (!session) throw refusal('UNAUTHENTICATED', { reason: 'session' });
  if (session.deviceKey !== proof.deviceKey || !row.fresh)
    throw refusal('UNAUTHENTICATED', { reason: 'proof' });
  return session;
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

/**
 * Remembers a proof, as SQL for a larger statement: one row when it is fresh, none when it was used before.
 *
 * @param slot, hash SQL expressions of the program's own
 */
export function remembering(slot: string, hash: string): string {
  return `insert into device_proof (slot, hash) values (${slot}, ${hash}) on conflict do nothing returning 1`;
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
