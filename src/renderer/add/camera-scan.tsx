import { CameraOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../camera/camera-view.tsx';
import { Button } from '../design/button.tsx';
import { Nothing, Unusable } from './nothing.tsx';
import { Preview } from './preview.tsx';
import type { Scan } from './scan-state.ts';
import { useAdd } from './use-add.ts';

/** A scan with the camera: its picture, large until something is found, then small above what was found. */
export function CameraScan({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const add = useAdd();
  const isFound = scan.previews.length > 0;
  const isOn = scan.progress !== null;
  if (!isFound && !isOn) return <Nothing scan={scan} />;
  return (
    <div className="flex flex-1 flex-col gap-4">
      {/* One place for the picture: moved elsewhere in the page, the camera would start anew. */}
      <div className={`flex items-center ${isFound ? 'gap-4' : 'flex-col gap-4'}`}>
        {isOn ? (
          <CameraView onFrame={add.frame} isSmall={isFound} />
        ) : (
          <div className="flex h-20 w-36 shrink-0 items-center justify-center rounded-2xl border border-line bg-tint text-accent">
            <CameraOff size={28} strokeWidth={1.5} aria-hidden />
          </div>
        )}
        <div className={`flex min-w-0 flex-col gap-2 ${isFound ? 'items-start' : 'w-full items-center'}`}>
          {isFound && (
            <p className="text-hint text-soft">{isOn ? t('add.lookingFurther') : t('camera.off')}</p>
          )}
          {!isFound && <Unusable scan={scan} />}
          <Button size={isFound ? 'small' : 'normal'} onPress={isOn ? add.stop : add.camera}>
            {isOn ? t('add.stop') : t('camera.more')}
          </Button>
        </div>
      </div>
      {isFound && <Preview scan={scan} />}
    </div>
  );
}
