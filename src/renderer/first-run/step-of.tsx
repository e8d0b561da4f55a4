import { useTranslation } from 'react-i18next';

const steps = [1, 2, 3] as const;

/** Where the person is on the way to their first code. */
export function StepOf({ step }: { step: (typeof steps)[number] }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center justify-center gap-1.5 pt-1">
      {steps.map((one) => (
        <span
          key={one}
          aria-hidden
          className={`h-1.5 rounded-full forced-colors:border ${one === step ? 'w-5 bg-accent' : 'w-1.5 bg-control'}`}
        />
      ))}
      <span className="sr-only">{t('account.progressShort', { step, of: steps.length })}</span>
    </p>
  );
}
