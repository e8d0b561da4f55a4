import { aegis } from './aegis.ts';
import { aegisEncrypted, aegisPlain } from './aegis-write.ts';
import { andOtp } from './and-otp.ts';
import { bitwarden } from './bitwarden/bitwarden.ts';
import { cxf } from './cxf/cxf.ts';
import { duo } from './duo.ts';
import { enteEncrypted, enteText } from './ente.ts';
import type { NamedReading, TransferEntry, TransferFormat, WritableFormat, Written } from './format.ts';
import { freeOtpPlus } from './free-otp-plus.ts';
import { writableGoogle, writableGoogleText } from './google-write.ts';
import { google } from './google.ts';
import { keepass } from './keepass/keepass.ts';
import { lastPass } from './last-pass.ts';
import { latchkey } from './latchkey/latchkey.ts';
import { transferLimits } from './limits.ts';
import { otpauth, writableOtpauth } from './otpauth.ts';
import { proton } from './proton.ts';
import { raivo } from './raivo.ts';
import { isBrokenJson, sourceFile } from './source-file.ts';
import { steam } from './steam.ts';
import { stratum } from './stratum.ts';
import { TransferError } from './transfer-error.ts';
import { twoFas } from './two-fas.ts';
import { winAuth } from './win-auth.ts';

/** Every format that is read. The first that recognises a file reads it, so a stricter one stands first. */
export const formats: readonly TransferFormat[] = [
  latchkey,
  keepass,
  aegis,
  twoFas,
  stratum,
  lastPass,
  raivo,
  freeOtpPlus,
  steam,
  duo,
  bitwarden,
  winAuth,
  // After those that know a zip by the names in it.
  cxf,
  enteEncrypted,
  proton,
  // After all binary formats: it takes what none of them knows.
  andOtp,
  enteText,
  google,
  // Last: others hold set-up addresses too.
  otpauth,
];

/** Every format that is written. */
export const writableFormats: readonly WritableFormat[] = [
  writableOtpauth,
  writableGoogle,
  writableGoogleText,
  aegisPlain,
  aegisEncrypted,
  cxf,
  latchkey,
];

/**
 * Reads a file of any known format; its content says which, never its name.
 * @throws TransferError
 */
export async function readTransfer(bytes: Uint8Array, passphrase?: string): Promise<NamedReading> {
  if (bytes.length > transferLimits.fileBytes) throw new TransferError('TOO_LARGE');
  const file = sourceFile(bytes);
  // Its set-up addresses alone would be a part that passes for the whole.
  if (isBrokenJson(file)) throw new TransferError('DAMAGED');
  const format = formats.find((one) => one.recognise(file));
  if (format === undefined) throw new TransferError('UNKNOWN_FORMAT');
  return { ...(await format.read(file, passphrase)), formatName: format.name };
}

/**
 * Writes entries in a format of `writableFormats`.
 * @throws TransferError
 */
export async function writeTransfer(
  id: string,
  entries: readonly TransferEntry[],
  passphrase?: string,
): Promise<Written> {
  const format = writableFormats.find((one) => one.id === id);
  if (format === undefined) throw new TransferError('FORMAT_NOT_WRITTEN');
  if (format.isEncrypted && !passphrase) throw new TransferError('PASSPHRASE_MISSING');
  const plan = format.plan(entries);
  return { files: await plan.write(passphrase ?? ''), problems: plan.problems };
}
