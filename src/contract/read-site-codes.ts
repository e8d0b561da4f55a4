/** The reading of pasted recovery codes; without zod, so that the window can load it alone. */
export { readSiteCodes } from '../core/entry/site-codes.ts';
