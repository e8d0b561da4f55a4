/**
 * The recovery kit: a page that opens the vault without keychain or passphrase, on this or another computer.
 * Its code is the only secret that travels to the window: once, when it is made, for printing.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { textLimits } from './limits.ts';
import { pictureErrors, pixelsSchema, screenErrors } from './scan.ts';
import { kitCodeErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';
import { text } from './text.ts';

const passphrase = text(textLimits.passphrase);

/**
 * Where to read a whole recovery code: from typed or pasted text (the groups, or the text of the page's QR
 * code); from the QR code on a display, if the application takes the pictures; or from a picture that the
 * window has. A scanned code never reaches the window.
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

/** The data on the printed page; the window provides the words. */
export const kitPageSchema = z.object({
  /** Eight groups of five characters, the last of each a check character: ABCDE-… */
  groups: z.array(z.string()).length(8),
  /** What the page's QR code holds: the vault's id and the code. `recovery.open` takes it too. */
  qrText: z.string(),
  madeAt: z.number(),
  /** The file that the kit opens, as the person sees it. */
  vaultPath: z.string(),
  /** The vault's name on the page: the first eight characters of its id, for telling two pages apart. */
  vaultName: z.string(),
  /** The groups, counted from 1, that `recovery.check` asks for, to verify that the page was kept. */
  asks: z.array(z.int().min(1).max(8)),
});
export type KitPage = z.infer<typeof kitPageSchema>;

export const recoveryContract = {
  /**
   * Makes a kit, which is in force when this answers. The previous kit then opens neither the vault nor its
   * older generations, but still opens copies of the vault kept elsewhere and backups protected by the kit of
   * their time. Replacing a kit requires `passphrase` if one is set, because the vault gets a new key.
   */
  make: oc
    .input(z.object({ passphrase: passphrase.optional() }))
    .output(kitPageSchema)
    .errors({ ...vaultErrors, ...passphraseErrors }),
  /**
   * Compares what the person typed from the page, for the groups that `make` asked for, in that order. If
   * correct, the kit counts as checked and the application forgets its code. It also forgets the code when the
   * vault locks: the call then fails with `KIT_NOT_PENDING`, and `verify` with the whole code does the same.
   */
  check: oc.input(z.object({ groups: z.array(z.string().max(16)).max(8) })).errors({
    ...vaultErrors,
    KIT_NOT_PENDING: { message: 'The kit that was made is not in memory any more' },
    /** Which of the requested groups is wrong, as counted on the page. */
    KIT_GROUP_WRONG: { message: 'A group is not the one on the page', data: z.object({ group: z.number() }) },
  }),
  /** Checks that a whole code, typed or scanned, opens this vault; the kit then counts as checked. */
  verify: oc.input(z.object({ code: kitSourceSchema })).errors({ ...vaultErrors, ...kitSourceErrors }),
  /**
   * Opens a vault that is locked or whose key is missing, with a whole code, typed or scanned. The next state
   * is `open` with `openedBy: 'recovery'` (or `damaged`). Does nothing if the vault is open.
   */
  open: oc.input(z.object({ code: kitSourceSchema })).errors(kitSourceErrors),
};
