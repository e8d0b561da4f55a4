import { hostname } from 'node:os';
import { accountLimits, deviceDescriptionSchema } from '../../contract/account-service/shapes.ts';
import { cutText } from '../../contract/cut-text.ts';

/** The name that the person gave this computer, visibly cut if it exceeds the contract's limit. */
export function computerName(name = hostname()): string {
  const fitting = cutText(name, accountLimits.deviceName);
  return deviceDescriptionSchema.shape.name.safeParse(fitting).data ?? 'Computer';
}
