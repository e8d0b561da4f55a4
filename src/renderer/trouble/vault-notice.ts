/** A notice above the list of codes, with its next step if there is one. */
export interface VaultNotice {
  /** Stays the same while the subject is the same. */
  readonly key: string;
  readonly kind: 'info' | 'warning' | 'error';
  readonly title?: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What dismissing it does beyond this window. */
  readonly onDismiss?: () => void;
}
