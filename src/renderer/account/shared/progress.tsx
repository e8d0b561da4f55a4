import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export const progressSteps = ['account', 'mail', 'method', 'recovery', 'second'] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** Progress from no account to a protected one, in five steps. */
export function Progress({ step }: { step: ProgressStep }) {
  const { t } = useTranslation();
  const { at, of, label } = useProgress(step);
  return (
    <div role="img" aria-label={label} className="mx-auto flex max-w-48 flex-col items-center gap-1.5">
      <div className="flex w-full gap-1.5">
        {progressSteps.map((name, index) => (
          <span
            key={name}
            className={`h-1.5 flex-1 rounded-full ${index < at ? 'bg-accent forced-colors:bg-[Highlight]' : 'bg-track'} forced-colors:border`}
          />
        ))}
      </div>
      <span className="text-xs text-soft">{t('account.progressShort', { step: at, of })}</span>
    </div>
  );
}

/** The same in a wide window, beside the step: each by its name, with a tick at what is done. */
export function ProgressRail({ step }: { step: ProgressStep }) {
  const { t } = useTranslation();
  const { at, of, label } = useProgress(step);
  return (
    <div
      role="img"
      aria-label={label}
      className="hidden w-60 shrink-0 flex-col border-e border-line bg-sunken px-7 py-10 two-panes:flex"
    >
      <p className="pb-5 text-hint text-soft">{t('account.progressShort', { step: at, of })}</p>
      {progressSteps.map((name, index) => (
        <div key={name} className="flex gap-3">
          <div className="flex flex-col items-center">
            <Mark at={index + 1} of={at} />
            {index + 1 < of && (
              <span className={`my-1 h-6 w-0.5 rounded-full ${index + 1 < at ? 'bg-accent' : 'bg-track'}`} />
            )}
          </div>
          <span
            className={`inline-block first-letter:uppercase ${index + 1 === at ? 'font-semibold' : 'text-soft'}`}
          >
            {t(`account.steps.${name}`)}
          </span>
        </div>
      ))}
    </div>
  );
}

function Mark({ at, of }: { at: number; of: number }) {
  const look = at > of ? 'border-control text-soft' : 'border-accent bg-accent text-on-accent';
  return (
    <span
      className={`flex size-5.5 items-center justify-center rounded-full border text-mini font-semibold ${look}`}
    >
      {at < of ? <Check size={13} strokeWidth={3} /> : at}
    </span>
  );
}

function useProgress(step: ProgressStep) {
  const { t } = useTranslation();
  const at = progressSteps.indexOf(step) + 1;
  const of = progressSteps.length;
  return { at, of, label: t('account.progress', { step: at, of, name: t(`account.steps.${step}`) }) };
}
