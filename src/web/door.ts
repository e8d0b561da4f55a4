import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may enter: one window at a time, which brings a start address's token and a secret of its own. */
export interface Door {
  /** Makes a new start token, 256 bits in base64url; the former one stops working. */
  newToken(): string;
  /**
   * Takes a start token once: this secret becomes the window's, and the former secret stops working. False for
   * any other token.
   */
  enter(secret: string, token: string): boolean;
  knows(secret: string): boolean;
}

/** The door of one run. Nothing is written down: the next run knows none of its windows. */
export function createDoor(): Door {
  let token: Buffer | null = null;
  let window: Buffer | null = null;
  return {
    newToken() {
      const fresh = randomBytes(32).toString('base64url');
      token = digest(fresh);
      return fresh;
    },
    enter(secret, candidate) {
      if (!isOf(token, candidate)) return false;
      token = null;
      window = digest(secret);
      return true;
    },
    knows: (secret) => isOf(window, secret),
  };
}

function isOf(known: Buffer | null, candidate: string): boolean {
  return known !== null && timingSafeEqual(known, digest(candidate));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
