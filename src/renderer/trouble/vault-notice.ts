/** A notice above the list of codes, with its next step where there is one. */
export interface VaultNotice {
  /** The same as long as it is about the same thing. */
  readonly key: string;
  readonly kind: 'info' | 'warning' | 'error';
  readonly title?: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What putting it away does beyond this window. */
  readonly onDismiss?: () => void;
}
