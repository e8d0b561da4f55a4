/** What the quick find's page loads first: loads it, and reports a failure to do so. */
import '../style.css';
import { showBroken } from '../trouble/broken.ts';

import('./main.tsx').catch((error: unknown) => showBroken(error));
