import * as fc from 'fast-check';
import type { Entry, TrashedEntry } from '../../../src/core/entry/entry.ts';
import { formerMaximum } from '../../../src/core/entry/former.ts';
import { storedIcon } from '../../../src/core/entry/icon.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../../src/core/vault/document.ts';

const secret = fc.uint8Array({ minLength: 1, maxLength: 64 });
const algorithm = fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const);
const digits = fc.integer({ min: 5, max: 10 });
const time = fc.maxSafeNat();

const parameters: fc.Arbitrary<OtpParameters> = fc.oneof(
  fc.record({
    kind: fc.constant('totp' as const),
    algorithm,
    digits,
    period: fc.integer({ min: 1, max: 86_400 }),
    secret,
  }),
  fc.record({ kind: fc.constant('hotp' as const), algorithm, digits, counter: fc.maxSafeNat(), secret }),
  fc.record({ kind: fc.constant('steam' as const), secret }),
);

const siteCode = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text): Uint8Array => Buffer.from(text, 'utf8'));

const entryShape = {
  id: fc.uuid(),
  revision: fc.integer({ min: 1 }),
  changedAt: time,
  tags: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 3 }),
  note: fc.string({ unit: 'grapheme' }),
  issuer: fc.string({ unit: 'grapheme' }),
  account: fc.string({ unit: 'grapheme' }),
  parameters,
  unknownParameters: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 }),
  pinned: fc.boolean(),
  addedAt: time,
  lastUsedAt: fc.option(time),
  uses: fc.nat(),
  former: fc.array(fc.record({ parameters, replacedAt: time }), { maxLength: formerMaximum }),
  siteCodes: fc.array(fc.record({ code: siteCode, usedAt: fc.option(time) }), { maxLength: 4 }),
};
const enrolment = fc.option(fc.record({ server: fc.webUrl(), methodId: fc.uuid() }));

const icon = fc.option(
  fc
    .oneof(
      fc.constant({ kind: 'letter' as const }),
      fc.record({ kind: fc.constant('named' as const), name: fc.string() }),
      fc.record({
        kind: fc.constant('picture' as const),
        mediaType: fc.constant('image/webp'),
        bytes: fc.uint8Array({ maxLength: 50 }),
      }),
    )
    .map(storedIcon),
);

/** An entry need not be an account's method, nor have an icon of its own. */
function withExtras<E extends Entry>(entry: fc.Arbitrary<E>): fc.Arbitrary<E> {
  return fc.tuple(entry, enrolment, icon).map(([made, link, picture]) => ({
    ...made,
    ...(link !== null && { enrolment: link }),
    ...(picture !== null && { icon: picture }),
  }));
}

/** Any entry that a person could come to have. */
export const anyEntry: fc.Arbitrary<Entry> = withExtras(fc.record(entryShape));

/** Any document a person could come to have. */
export const anyDocument: fc.Arbitrary<VaultDocument> = fc
  .record({
    entries: fc.array(anyEntry, { maxLength: 5 }),
    trash: fc.array(withExtras(fc.record({ ...entryShape, deletedAt: time })), { maxLength: 3 }),
  })
  .map(({ entries, trash }): VaultDocument => {
    const ids = new Set<string>();
    const isNew = ({ id }: Entry | TrashedEntry): boolean => !ids.has(id) && ids.add(id).has(id);
    return { ...EMPTY_DOCUMENT, entries: entries.filter(isNew), trash: trash.filter(isNew) };
  });
