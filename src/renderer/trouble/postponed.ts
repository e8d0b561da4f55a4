import { useState } from 'react';
import { keep, recall } from '../preferences/kept.ts';

/** How long "Later" postpones a reminder, in milliseconds. */
const pause = 3 * 86_400_000;

/** Whether a person put a reminder off a short while ago, and how they do. @param key where this is kept */
export function usePostponed(key: string): { isPostponed: boolean; postpone: () => void } {
  const [now] = useState(Date.now);
  const postponedFor = now - Number(recall(key) ?? 0);
  // Below 0, it was postponed while the clock was ahead.
  const isPostponed = postponedFor >= 0 && postponedFor < pause;
  return { isPostponed, postpone: () => keep(key, String(Date.now())) };
}
