import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { siteCodesLimit, textLimits } from '../../contract/limits.ts';
import { readSiteCodes } from '../../contract/read-site-codes.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-area.tsx';
import { showToast } from '../design/toasts.tsx';
import { showUndo } from '../restore/show-undo.ts';

const hows = ['add', 'replace'] as const;

/** Takes the recovery codes of a site as they were copied there, and says what of the text is no code. */
export function AddSiteCodes({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [text, setText] = useState('');
  const [how, setHow] = useState<(typeof hows)[number]>('add');
  const { codes, others } = readSiteCodes(text.length <= textLimits.pasted ? text : '');
  const { all } = entry.siteCodes;
  const isTooMany = codes.length > siteCodesLimit;
  const keep = useAct(
    async ({ siteCodes }) => siteCodes.keep({ id: entry.id, codes: [...codes], how }),
    ({ undoId, kept }) => {
      onClose();
      if (kept === 0) showToast(t('siteCodes.keptNone'));
      else showUndo(client, undoId, t('siteCodes.kept', { count: kept }), t);
    },
  );
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        if (codes.length > 0 && !isTooMany) keep.run();
      }}
    >
      <TextArea
        autoFocus
        label={t('siteCodes.paste')}
        hint={t('siteCodes.pasteHint')}
        value={text}
        onChange={setText}
        limit={textLimits.pasted}
        autoComplete="off"
        spellCheck="false"
        error={isTooMany ? t('siteCodes.tooMany', { maximum: siteCodesLimit }) : undefined}
      />
      <div className="flex flex-col gap-2 rounded-xl bg-ink/5 px-3.5 py-2.5">
        <p role="status" className="text-hint font-medium">
          {codes.length === 0 ? t('siteCodes.noneFound') : t('siteCodes.found', { count: codes.length })}
        </p>
        {codes.length > 0 && (
          <ul
            aria-label={t('siteCodes.foundList')}
            className="selectable grid max-h-48 grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-1 scrolls font-mono text-hint"
          >
            {codes.map((code) => (
              <li key={code} className="wrap-anywhere">
                {code}
              </li>
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <div className="text-hint text-soft">
            <p>{t('siteCodes.others', { count: others.length })}</p>
            <ul className="max-h-24 list-inside list-disc scrolls wrap-anywhere">
              {[...new Set(others)].map((other) => (
                <li key={other}>
                  <bdi>{other}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {all > 0 && (
        <Choice
          label={t('siteCodes.how')}
          value={how}
          onChange={setHow}
          options={hows.map((value) => ({ value, label: t(`siteCodes.how_${value}`) }))}
        />
      )}
      <ErrorNotice error={keep.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onClose}>{t('entry.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          isDisabled={codes.length === 0 || isTooMany}
          isPending={keep.isPending}
        >
          {t('siteCodes.keep')}
        </Button>
      </div>
    </Form>
  );
}
