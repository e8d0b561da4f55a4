import { useTranslation } from 'react-i18next';

/**
 * The path of the vault's file, at the bottom of a screen that could not open it.
 * @param props.label what stands above it, if not that the vault is there
 */
export function VaultPlace({ path, label }: { path: string; label?: string }) {
  const { t } = useTranslation();
  return (
    <p className="px-1 text-hint text-soft">
      {label ?? t('trouble.where')}
      <br />
      <code className="selectable font-mono text-xs wrap-anywhere text-ink">{path}</code>
    </p>
  );
}
