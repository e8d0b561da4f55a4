import { hostname } from 'node:os';
import { accountLimits, deviceDescriptionSchema } from '../../contract/account-service.ts';
import { cutText } from '../../contract/cut-text.ts';

/** The name the person gave this computer, as the contract takes it: a longer one is cut, and the cut can be seen. */
export function computerName(name = hostname()): string {
  const fitting = cutText(name, accountLimits.deviceName);
  return deviceDescriptionSchema.shape.name.safeParse(fitting).data ?? 'Computer';
}
