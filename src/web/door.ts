import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may come in: a start token works once and is exchanged for a pass that the browser keeps as a cookie. */
export interface Door {
  /** The pass's cookie; its name is this run's own, since cookies are shared by all ports of a host. */
  readonly cookieName: string;
  /** A new start token, 256 bits in base64url; the former one stops working. */
  newToken(): string;
  /** Takes a start token: a pass for it the first time, null otherwise. */
  enter(token: string): string | null;
  knows(pass: string | undefined): boolean;
}

/** The door of one run. Nothing of it is written down: the next run knows none of its passes. */
export function createDoor(): Door {
  let token: Buffer | null = null;
  const passes: Buffer[] = [];
  return {
    cookieName: `latchkey-${randomBytes(6).toString('hex')}`,
    newToken() {
      const fresh = randomBytes(32).toString('base64url');
      token = digest(fresh);
      return fresh;
    },
    enter(candidate) {
      if (token === null || !timingSafeEqual(token, digest(candidate))) return null;
      token = null;
      const pass = randomBytes(32).toString('base64url');
      passes.push(digest(pass));
      return pass;
    },
    knows(pass) {
      if (pass === undefined) return false;
      const wanted = digest(pass);
      return passes.some((known) => timingSafeEqual(known, wanted));
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
