import { useTranslation } from 'react-i18next';

/** Where the vault's file is, at the foot of a screen on which it could not be opened. */
export function VaultPlace({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <p className="px-1 text-[0.8125rem] text-soft">
      {t('trouble.where')}
      <br />
      <code className="selectable font-mono text-xs wrap-anywhere text-ink">{path}</code>
    </p>
  );
}
