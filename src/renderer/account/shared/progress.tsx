import { useTranslation } from 'react-i18next';

export const progressSteps = ['account', 'mail', 'method', 'recovery', 'second'] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** Progress from no account to a protected one, in five steps. */
export function Progress({ step }: { step: ProgressStep }) {
  const { t } = useTranslation();
  const at = progressSteps.indexOf(step) + 1;
  const of = progressSteps.length;
  return (
    <div
      role="img"
      aria-label={t('account.progress', { step: at, of, name: t(`account.steps.${step}`) })}
      className="mx-auto flex max-w-48 flex-col items-center gap-1.5"
    >
      <div className="flex w-full gap-1.5">
        {progressSteps.map((name, index) => (
          <span
            key={name}
            className={`h-1.5 flex-1 rounded-full ${index < at ? 'bg-accent forced-colors:bg-[Highlight]' : 'bg-ink/12'} forced-colors:border`}
          />
        ))}
      </div>
      <span className="text-xs text-soft">{t('account.progressShort', { step: at, of })}</span>
    </div>
  );
}
