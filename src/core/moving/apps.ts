/** The apps that let nobody export; `other`: any further one. */
export const movingApps = ['authy', 'microsoft', 'other'] as const;
export type MovingApp = (typeof movingApps)[number];
