import { accountErrors } from './account-errors.ts';
import { safekeepingErrors } from './safekeeping-errors.ts';
import { syncErrors } from './sync-errors.ts';
import { transferErrors } from './transfer-errors.ts';

/** The contract's error codes and the window's own: what happened; what was not changed and what to do. */
export const errors = {
  VAULT_NOT_OPEN: { title: 'The vault is closed', text: 'Nothing was changed. Open it and try again.' },
  VAULT_WRITE_FAILED: {
    title: 'It could not be saved',
    text: 'Nothing was changed. Check that the disk is not full and that the vault’s folder can be written to, then try again. ({{reason}})',
  },
  VAULT_READ_ONLY: {
    title: 'This vault can only be read here',
    text: 'A newer Latchkey wrote it, or Latchkey can’t write where it lies. Update Latchkey, or allow it to write there.',
  },
  ENTRY_NOT_FOUND: {
    title: 'This entry is no longer there',
    text: 'It may have been deleted in another window. Nothing else was changed.',
  },
  VAULT_EXISTS: {
    title: 'There is a vault already',
    text: 'It was left as it is. Close this window and open it again to use it.',
  },
  KEYCHAIN_FAILED: {
    title: 'The keychain could not be used',
    text: '{{keychain}} Nothing was changed. Once that is fixed, try again, or use a passphrase.',
  },
  PASSPHRASE_TOO_SHORT: {
    title: 'The passphrase is too short',
    text: 'Use at least {{minimum}} characters. A few words in a row are easy to remember. Nothing was made yet.',
  },
  PASSPHRASE_TOO_WEAK: {
    title: 'The passphrase is easy to guess',
    text: 'Add another unrelated word. Nothing was made yet.',
  },
  PASSPHRASE_WRONG: {
    title: 'That is not the passphrase',
    text: 'The vault is untouched. Check Caps Lock and the keyboard layout, and try again.',
  },
  PASSPHRASE_WAIT: {
    title: 'Wait a moment',
    text: 'Several passphrases were wrong. The vault is untouched; try again in {{seconds}} s.',
  },
  PASSPHRASE_NOT_SET: {
    title: 'This vault has no passphrase',
    text: 'Nothing was changed. It opens with the keychain of this computer only.',
  },
  VAULT_OPEN: { title: 'The vault is open', text: 'It was not set aside: it works.' },
  VAULT_ABSENT: { title: 'There is no vault', text: 'There was nothing to set aside.' },
  LABEL_EMPTY: {
    title: 'A name is missing',
    text: 'Give at least the site or the account. Nothing was changed.',
  },
  TAGS_FULL: {
    title: 'An entry has no room for more tags',
    text: 'An entry has at most {{maximum}} tags. Nothing was changed.',
  },
  ICON_REFUSED: {
    title: 'This picture can’t be an icon',
    text: 'Use a PNG, JPEG or WebP picture of at most {{megabytes}} MB. Nothing was changed.',
  },
  SITE_CODES_TOO_MANY: {
    title: 'These are too many codes',
    text: 'An entry keeps at most {{maximum}}. Nothing was changed.',
  },
  SITE_CODE_GONE: {
    title: 'This code is not here any more',
    text: 'Another window changed the codes. Nothing else was changed.',
  },
  FORMER_GONE: {
    title: 'This key is not here any more',
    text: 'Another window took it back or deleted it. Nothing was changed.',
  },
  ENTRY_NOT_HOTP: {
    title: 'This entry has no counter',
    text: 'Its codes follow the clock. Nothing was changed.',
  },
  SETTINGS_INVALID: {
    title: 'These settings make no codes',
    text: 'A number is out of its range. Nothing was changed.',
  },
  CLIPBOARD_FAILED: {
    title: 'It could not be copied',
    text: 'The clipboard did not take it. Type it by hand instead.',
  },
  SCREEN_UNAVAILABLE: { title: 'The screen could not be read', text: '{{cause}} Nothing was kept.' },
  PICTURE_INVALID: {
    title: 'This is not an image that can be read',
    text: 'Nothing was kept. Use a PNG, JPEG or WebP image, or scan the screen.',
  },
  PICTURE_TOO_LARGE: {
    title: 'This image is too large',
    text: 'It has {{megapixels}} megapixels. Cut out the part with the QR code and try again. Nothing was kept.',
  },
  TEXT_HAS_NO_CODE: {
    title: 'This text holds no set-up address',
    text: 'Such an address begins with otpauth://. Nothing was kept. To enter a key, choose “Type the key in”.',
  },
  TYPED_INVALID: { title: 'This does not make codes yet', text: '{{refusal}} Nothing was kept.' },
  PREVIEW_GONE: { title: 'This scan is over', text: 'Nothing was kept. Scan again.' },
  PREVIEWS_FULL: {
    title: 'Too many codes wait for your answer',
    text: 'Up to {{limit, number}} can wait at once. Keep or leave those on the screen first, or bring in fewer at a time. Nothing new was read, and nothing was forgotten.',
  },
  ALREADY_HERE: { title: 'Already here', text: 'This very code is in your list. Nothing was changed.' },
  SAME_SECRET: {
    title: 'This key is here already',
    text: 'Its settings or names differ. Choose whether to correct that entry or to keep both. Nothing was changed yet.',
  },
  SAME_NAME: {
    title: 'Another entry has this name',
    text: 'Choose whether to replace it or to keep both. Nothing was changed yet.',
  },
  SITE_NOT_FOUND: {
    title: 'This site is no longer on the list',
    text: 'It may have been removed in another window. Nothing else was changed.',
  },
  MOVING_FULL: {
    title: 'The list would be too long',
    text: 'It holds up to {{limit, number}} sites. Nothing was added. Remove some that are moved, or add fewer.',
  },
  PREFERENCES_WRITE_FAILED: {
    title: 'The preference could not be kept',
    text: 'It is as before. Check that the disk is not full, then try again.',
  },
  CLOCK_NOT_COMPARED: {
    title: 'The clock could not be compared',
    text: 'No account server answers. Nothing was changed. Compare it with another clock, such as your phone’s.',
  },
  ...accountErrors,
  ...transferErrors,
  ...safekeepingErrors,
  ...syncErrors,
  connectionLost: {
    title: 'Latchkey is not answering',
    text: 'Nothing was changed. Try again when the connection is back.',
  },
  unexpected: {
    title: 'That did not work',
    text: 'Something went wrong inside Latchkey. Your vault is not harmed by it; try again.',
  },
} as const;

/** Why the screen could not be read. */
export const screenCauses = {
  permission:
    'This computer did not allow Latchkey to see the screen. Allow screen recording in the system settings, then scan again.',
  cancelled: 'The scan was called off.',
  ended:
    'The desktop ended the request without a picture. If you denied it once, it remembers that: allow screenshots in its privacy settings, or choose an image of the code.',
  silent:
    'The desktop did not answer in time. Look for a question of it behind the windows, then scan again, or choose an image of the code.',
  unsupported: 'Screens cannot be read here. Choose an image of the code, paste it, or type the key in.',
  failed: 'The system gave no picture. Try again, or choose an image of the code.',
} as const;
