import type { MethodKind } from '../../../contract/vocabulary.ts';

/** A method that can prove that it is the person. */
export interface Factor {
  readonly id: string;
  readonly kind: MethodKind;
  readonly hint: string;
  /** The entry of this vault that generates its codes. */
  readonly entryId: string | null;
  readonly isDisabled: boolean;
}

/** A code that was sent, and its method. */
export interface Sent {
  readonly methodId: string;
  readonly hint: string;
  readonly expiresAt: number;
  readonly resendAt: number;
}
