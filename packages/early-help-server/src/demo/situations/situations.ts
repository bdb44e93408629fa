import { healthAndHome } from './health-and-home.ts';
import { safety } from './safety.ts';
import { schoolAndPlay } from './school-and-play.ts';
import type { Situation } from './situation.ts';

/** All that families of the demo authority may struggle with. */
export const situations: readonly Situation[] = [...schoolAndPlay, ...healthAndHome, ...safety];
