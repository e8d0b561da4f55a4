import { useTranslation } from 'react-i18next';

/** The path of the vault's file, at the bottom of a screen that could not open it. */
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
