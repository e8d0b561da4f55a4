/**
 * Stops zod from compiling schemas into code. A command checks most kinds of value only once, and compiling took a tenth of
 * `latchkey code`. This applies to the schemas that are loaded afterwards.
 */
import { config } from 'zod';

config({ jitless: true });
