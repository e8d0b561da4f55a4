import { benchUrl } from '../../rig/account-service/bench-service.ts';
import { crowdMember } from '../../account/support/crowd.ts';
import { Connection, rawRequest, type LoadDevice } from '../../account/support/load.ts';
import { prepareSignIn, signIn, type PreparedSignIn } from '../../account/support/sign-in-load.ts';

/** The load that the benches of the account service make on one instance, as the accounts of a crowd. */
export interface AccountLoad {
  /** The instance's. */
  port: number;
  /** Full sign-ins a second, with proofs made beforehand: each of another account, with its own time step. */
  signIns(seconds: number): Promise<number>;
  /** Session checks a second, as fast as they go, with proofs made beforehand. */
  checks(seconds: number): Promise<number>;
  /** Checks at an even pace, whatever the answers take; the time of each from when it was due, in ms. */
  checksAtPace(seconds: number, perSecond: number): Promise<number[]>;
  /** A service runs for days: its first seconds, in which V8 still compiles, are not what it is like. */
  warmUp(): Promise<void>;
  nextSignIn(): PreparedSignIn;
  /** The request of the n-th account's session check. */
  checkRequest(n: number): string;
}

/** @param crowd how many accounts there are; each counts once in 30 s, as its codes do */
export function createAccountLoad(port: number, device: LoadDevice, crowd: number): AccountLoad {
  let nextMember = 0;

  function nextSignIn(): PreparedSignIn {
    const member = nextMember;
    nextMember = (nextMember + 1) % crowd;
    return prepareSignIn(device, member);
  }

  function checkRequest(n: number): string {
    const { token } = crowdMember(n);
    const dpop = device.proof('GET', `${benchUrl}/v1/session/check`, token);
    return rawRequest('GET', '/v1/session/check', { authorization: `DPoP ${token}`, dpop });
  }

  const load: AccountLoad = {
    port,
    nextSignIn,
    checkRequest,
    async warmUp() {
      for (let round = 0; round < 3; round += 1) await load.checks(2);
      await load.signIns(4);
    },
    async signIns(seconds) {
      const prepared = Array.from({ length: 400 * seconds }, nextSignIn);
      const connections = Array.from({ length: 16 }, () => new Connection(port));
      const rate = await perSecond(connections.length, seconds, async (index) => {
        await signIn(at(connections, index), prepared.pop() ?? nextSignIn());
      });
      for (const connection of connections) connection.close();
      return rate;
    },
    async checks(seconds) {
      const requests = Array.from({ length: 5_000 * seconds }, (_, index) => checkRequest(index % crowd));
      const connections = Array.from({ length: 24 }, () => new Connection(port));
      let done = 0;
      const started = performance.now();
      const deadline = started + seconds * 1_000;
      await Promise.all(
        connections.map(async (connection) => {
          for (
            let raw = requests.pop();
            raw !== undefined && performance.now() < deadline;
            raw = requests.pop()
          ) {
            const { status, body } = await connection.send(raw);
            if (status !== 200) throw new Error(body);
            done += 1;
          }
        }),
      );
      const elapsed = performance.now() - started;
      for (const connection of connections) connection.close();
      return (done / elapsed) * 1_000;
    },
    async checksAtPace(seconds, pace) {
      const free = Array.from({ length: 40 }, () => new Connection(port));
      const all = [...free];
      const requests = Array.from({ length: pace * seconds }, (_, index) => checkRequest(index));
      const started = performance.now();
      const times = await Promise.all(
        requests.map(async (raw, index) => {
          const due = started + (index * 1_000) / pace;
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
          const sent = performance.now();
          const connection = free.pop() ?? new Connection(port);
          const { status, body } = await connection.send(raw);
          if (status !== 200) throw new Error(body);
          free.push(connection);
          return performance.now() - sent;
        }),
      );
      for (const connection of all) connection.close();
      return times;
    },
  };
  return load;
}

/** How often a second some work gets done, `width` of it at once, for some seconds. */
export async function perSecond(
  width: number,
  seconds: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: width }, async (_, index) => {
      while (performance.now() < deadline) {
        await work(index);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - started)) * 1_000;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('out of range');
  return item;
}
