import type { EngineChoice } from '../../ad/request.ts';
import { UserError } from '../../errors/user-error.ts';
import type { ImageEngine } from '../ports.ts';
import type { OpenedZImage } from './opened-zimage.ts';
import { withFallback } from './with-fallback.ts';

/**
 * Which engine makes a request's pictures. `auto` is the setting's, and there Z-Image where it can be used, with
 * the studio behind it.
 *
 * @param defaultChoice the setting ENGINE
 * @throws UserError `engine-unavailable` when a request asks for Z-Image by name and there is none
 */
export function engineChooser(
  defaultChoice: EngineChoice,
  {
    studio,
    zimage,
    onWarning,
  }: { studio: ImageEngine; zimage: OpenedZImage | undefined; onWarning: (text: string) => void },
): (choice: EngineChoice) => ImageEngine {
  const opened = zimage !== undefined && 'engine' in zimage ? zimage.engine : undefined;
  const best = opened === undefined ? studio : withFallback(opened, studio, onWarning);
  return (choice) => {
    const wanted = choice === 'auto' ? defaultChoice : choice;
    if (wanted === 'studio') return studio;
    // That the setting's own is not there was told at the start.
    if (choice === 'auto' || opened !== undefined) return best;
    const reason = zimage !== undefined && 'missing' in zimage ? zimage.missing.message : 'ENGINE=studio';
    throw new UserError('engine-unavailable', { engine: 'Z-Image', reason });
  };
}
