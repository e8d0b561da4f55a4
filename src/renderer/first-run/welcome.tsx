import { MonitorCheck, ScanQrCode, UserRound, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';

const points = [
  { icon: ScanQrCode, of: 'codes' },
  { icon: MonitorCheck, of: 'stays' },
  { icon: UserRound, of: 'account' },
] as const satisfies readonly { icon: LucideIcon; of: string }[];

/** What Latchkey is, where the codes are, and what an account would be for. */
export function Welcome({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="flex flex-col gap-4 py-1">
        {points.map(({ icon: Icon, of }) => (
          <li key={of} className="flex items-start gap-3.5">
            <Icon size={22} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0 text-accent" />
            <div>
              <h2 className="font-semibold">{t(`firstRun.${of}`)}</h2>
              <p className="text-hint text-pretty text-soft">{t(`firstRun.${of}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <Button look="primary" size="big" onPress={onNext}>
        {t('firstRun.continue')}
      </Button>
    </>
  );
}
