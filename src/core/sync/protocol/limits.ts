/** What a reader accepts at most. All sizes are in bytes. */
export const syncLimits = {
  /** Entries of a log. A person who adds and removes a computer each week fills it in ten years. */
  logEntries: 1024,
  /** Computers that are in at the same time. */
  devices: 16,
  /** A kit that takes the place of another is in before that one goes. */
  kits: 2,
  name: 256,
  platform: 64,
  /** One log entry, with the request of the computer that it adds. */
  logEntry: 2048,
  /** A padded record. The largest entry of the vault format (picture, note, codes of the site) fits. */
  record: 256 * 1024,
  smallestRecord: 256,
  /** Items of an account, those of deleted entries included. */
  items: 20_000,
  /** Items of one push. One page of an answer holds the items of a push whole, so its bytes bound the page's, too. */
  pushItems: 256,
  pushBytes: 2 * 1024 * 1024,
} as const;
