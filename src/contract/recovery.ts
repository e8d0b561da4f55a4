/**
 * The recovery kit: a page that opens the vault when keychain and passphrase are gone, on this or another computer.
 * Its code is the one secret that travels to the window: once, when it is made, to be printed.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { textLimits } from './limits.ts';
import { pictureErrors, pixelsSchema, screenErrors } from './scan.ts';
import { kitCodeErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';
import { text } from './text.ts';

const passphrase = text(textLimits.passphrase);

/**
 * Where a whole recovery code is read: in what was typed or pasted (the groups, or the text of the page's QR code);
 * as the QR code itself on one of the displays, where the application takes their pictures; or in a picture that the
 * window has. What is scanned goes to no window.
 */
export const kitSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('text'), text: text(textLimits.recoveryCode) }),
  z.object({ from: z.literal('screen') }),
  z.object({ from: z.literal('picture'), ...pixelsSchema.shape }),
]);
export type KitSource = z.infer<typeof kitSourceSchema>;

export const kitSourceErrors = {
  ...kitCodeErrors,
  ...screenErrors,
  ...pictureErrors,
  KIT_NOT_SEEN: { message: 'No QR code of a recovery kit is to be seen' },
} as const;

/** What the printed page says; its words are the window's. */
export const kitPageSchema = z.object({
  /** Eight groups of five characters, the last of each a check character: ABCDE-… */
  groups: z.array(z.string()).length(8),
  /** What the page's QR code holds: the vault's id and the code. `recovery.open` takes it too. */
  qrText: z.string(),
  madeAt: z.number(),
  /** The file that it opens, as the person sees it. */
  vaultPath: z.string(),
  /** The vault's name on the page: the first eight characters of its id, for telling two pages apart. */
  vaultName: z.string(),
  /** The groups, counted from 1, that `recovery.check` asks for, so that the page really was kept. */
  asks: z.array(z.int().min(1).max(8)),
});
export type KitPage = z.infer<typeof kitPageSchema>;

export const recoveryContract = {
  /**
   * Makes a kit. It is in force when this answers, and the one before it is not any more: that one opens neither
   * the vault nor its older generations (a copy of the vault from elsewhere, and backups protected by the kit of
   * their time, it still opens). Where a kit is replaced and a passphrase is set, `passphrase` is needed, because
   * the vault gets a new key.
   */
  make: oc
    .input(z.object({ passphrase: passphrase.optional() }))
    .output(kitPageSchema)
    .errors({ ...vaultErrors, ...passphraseErrors }),
  /**
   * Compares what the person typed off the page, for the groups that `make` asked for, in that order. Right: the
   * kit counts as checked, and the application forgets its code. The application also forgets it at a lock: then
   * `KIT_NOT_PENDING` comes, and `verify` with the whole code does the same.
   */
  check: oc.input(z.object({ groups: z.array(z.string().max(16)).max(8) })).errors({
    ...vaultErrors,
    KIT_NOT_PENDING: { message: 'The kit that was made is not in memory any more' },
    /** Which of the asked groups is wrong, as it is counted on the page. */
    KIT_GROUP_WRONG: { message: 'A group is not the one on the page', data: z.object({ group: z.number() }) },
  }),
  /** Whether a whole code, typed or scanned, opens this vault: the kit counts as checked then. */
  verify: oc.input(z.object({ code: kitSourceSchema })).errors({ ...vaultErrors, ...kitSourceErrors }),
  /**
   * Opens a vault that is locked or whose key is missing, with a whole code, typed or scanned. The next state is
   * `open` with `openedBy: 'recovery'` (or `damaged`). Does nothing where the vault is open.
   */
  open: oc.input(z.object({ code: kitSourceSchema })).errors(kitSourceErrors),
};
