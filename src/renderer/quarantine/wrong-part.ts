const parts = ['digits', 'period', 'counter', 'secret', 'algorithm', 'kind'] as const;

/**
 * Which part of an entry a reason is about, for its text: the reason names a place (`too_big at
 * parameters.digits`), or says that nothing could be read.
 */
export function wrongPart(reason: string): (typeof parts)[number] | 'unread' | 'other' {
  if (/JSON/i.test(reason)) return 'unread';
  return parts.find((part) => reason.includes(part)) ?? 'other';
}
