/** What the page loads first: it loads the window, and says so where that fails. */
import './style.css';
import { showBroken } from './trouble/broken.ts';

import('./main.tsx').catch((error: unknown) => showBroken(error));
