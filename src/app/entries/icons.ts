import { iconFileLimits } from '../../contract/limits.ts';
import type { IconInput, IconView } from '../../contract/icon.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { iconHash, ownPicture, readIcon, type EntryIcon } from '../../core/entry/icon.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { openDocument } from '../vault/open-document.ts';

export interface Icons {
  /**
   * What a person chose, as it can be kept: a picture is made small, and written anew.
   * @throws Failure ICON_REFUSED
   */
  chosen(input: IconInput): Promise<EntryIcon | null>;
  /** @throws Failure VAULT_NOT_OPEN, ENTRY_NOT_FOUND */
  picture(hash: string): { picture: Blob };
}

/** The icons that people choose for their entries. */
export function createIcons({ vault, pictureFiles }: { vault: Vault } & Pick<Ports, 'pictureFiles'>): Icons {
  const refused = (reason: 'kind' | 'size' | 'damaged') =>
    new Failure('ICON_REFUSED', { reason, maximum: iconFileLimits.bytes });
  return {
    async chosen(input) {
      if (input?.kind !== 'picture') return input;
      if (input.file.size > iconFileLimits.bytes) throw refused('size');
      const small = await pictureFiles.shrink(
        new Uint8Array(await input.file.arrayBuffer()),
        ownPicture.side,
      );
      if (small.outcome === 'refused') throw refused(small.reason);
      if (small.bytes.length > ownPicture.bytes) throw refused('size');
      return { kind: 'picture', mediaType: ownPicture.mediaType, bytes: small.bytes };
    },

    picture(hash) {
      const document = openDocument(vault);
      const has = ({ icon }: Entry) => icon?.['data'] !== undefined && iconHash(icon) === hash;
      const icon = readIcon((document.entries.find(has) ?? document.trash.find(has))?.icon);
      if (icon?.kind !== 'picture') throw new Failure('ENTRY_NOT_FOUND');
      return { picture: new Blob([new Uint8Array(icon.bytes)], { type: icon.mediaType }) };
    },
  };
}

/** An entry's icon as the window sees it. */
export function viewOfIcon(stored: Entry['icon']): IconView {
  if (stored === undefined) return null;
  const icon = readIcon(stored);
  return icon?.kind === 'picture' ? { kind: 'picture', hash: iconHash(stored) } : icon;
}
