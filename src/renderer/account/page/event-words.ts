import type { TFunction } from 'i18next';
import type { AuditEvent } from '../../../contract/account-service.ts';
import { en } from '../../words/en/words.ts';

/** An event as a sentence. */
export function eventWords({ event, details }: AuditEvent, t: TFunction): string {
  if (!isKnown(event)) return t('account.page.eventUnknown', { event });
  return t(`account.page.events.${event}`, { method: methodWords(details, t) });
}

/** By whom and from where, if known. */
export function whereWords({ actor, deviceName, network }: AuditEvent, t: TFunction): string[] {
  return [
    ...(actor === 'person' ? [] : [t(`account.page.eventBy.${actor}`)]),
    ...(deviceName === null ? [] : [deviceName]),
    ...(network === null ? [] : [t('account.page.eventFrom', { network })]),
  ];
}

function methodWords(details: AuditEvent['details'], t: TFunction): string {
  const kind = details['method'] ?? '';
  const hint = details['hint'];
  const name = isKind(kind) ? t(`account.methods.kinds.${kind}`) : kind;
  return hint === undefined || hint === name ? name : `${name} (${hint})`;
}

function isKnown(event: string): event is keyof typeof en.account.page.events {
  return Object.hasOwn(en.account.page.events, event);
}

function isKind(kind: string): kind is keyof typeof en.account.methods.kinds {
  return Object.hasOwn(en.account.methods.kinds, kind);
}
