import { addCredential } from './add-credential.fix.ts';
import { didYouMean } from './did-you-mean.fix.ts';
import type { Fix } from './fix.ts';
import { pinImage } from './pin-image.fix.ts';
import { referToSecret } from './refer-to-secret.fix.ts';

/** Every fix; of those that mend one finding, the first is what a person most likely wants. */
export const allFixes: readonly Fix[] = [didYouMean, addCredential, pinImage, referToSecret];
