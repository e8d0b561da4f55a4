import { useTranslation } from 'react-i18next';
import { DropAndPaste as Anywhere } from '../design/drop-and-paste.tsx';
import { open } from '../navigation/navigator.ts';
import { givenFiles, handedOver } from '../transfer/given.ts';
import { takeTransfer } from './clipboard.ts';
import { useAdd } from './use-add.ts';

/** What is pasted or dropped anywhere over the codes is scanned; a file that is no image opens the import. */
export function DropAndPaste() {
  const { t } = useTranslation();
  const add = useAdd();
  return (
    <Anywhere
      title={t('add.dropTitle')}
      text={t('add.dropText')}
      isForUs={isForUs}
      take={(transfer) => {
        const files = [...transfer.files];
        if (files.every(({ type }) => type.startsWith('image/'))) {
          return takeTransfer(add, transfer);
        }
        handedOver.set(async () => givenFiles(files));
        open({ at: 'import' });
        return true;
      }}
    />
  );
}

function isForUs(transfer: DataTransfer): boolean {
  return (
    transfer.files.length > 0 || /^\s*(otpauth(-migration)?|steam):\/\//i.test(transfer.getData('text/plain'))
  );
}
